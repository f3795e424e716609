import { dueForm } from '../../src/cards/forms/due-form.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { isTeam } from '../../src/desk.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import { loadTicket } from '../../src/workflows/change-ticket.ts';
import { showForm, tell } from '../answer.ts';
import type { CommandHandler } from '../table.ts';

/** `/ticket due T-12`: how its due times came about; for its requester, when they hear from us. */
export const due: CommandHandler = async (desk, event, rest) => {
  const id = ticketIdIn(rest);
  const ticket = id === undefined ? undefined : await loadTicket(desk, id);
  const now = desk.clock.now();
  if (ticket && isTeam(desk.people, event.by)) {
    await showForm(desk, event.handle, dueForm(ticket, desk.settings, now));
  } else if (ticket && ticket.requester === event.by) {
    await showForm(desk, event.handle, requesterTicketForm(ticket, desk.settings, now));
  } else {
    const missing = `There is no ticket ${id} that you can see.`;
    await tell(desk, event.handle, id === undefined ? 'Which one? Write it like /ticket due T-12.' : missing);
  }
  return { outcome: 'done' };
};
