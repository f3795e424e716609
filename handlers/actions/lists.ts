import { newTicketForm } from '../../src/cards/forms/ticket-forms.ts';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { isTeam } from '../../src/desk.ts';
import { loadTicket } from '../../src/workflows/change-ticket.ts';
import { makeTicketOf } from '../../src/workflows/make-ticket.ts';
import { showForm, tell } from '../answer.ts';
import { showHomeOf } from '../home.ts';
import type { ActionHandler } from '../table.ts';

/** Picking a ticket in a list: the whole story for the team, the public part for its requester. */
export const openTicket: ActionHandler = async (desk, event) => {
  const ticket = await loadTicket(desk, event.value ?? '');
  if (ticket && isTeam(desk.people, event.by)) {
    return showForm(desk, event.handle, wholeTicketForm(ticket, desk.settings, desk.clock.now()));
  }
  if (ticket && ticket.requester === event.by) {
    return showForm(desk, event.handle, requesterTicketForm(ticket, desk.settings, desk.clock.now()));
  }
  await tell(desk, event.handle, 'There is no such ticket of yours.');
};

export const newTicket: ActionHandler = async (desk, event) => {
  await showForm(desk, event.handle, newTicketForm());
};

export const refreshHome: ActionHandler = async (desk, event) => showHomeOf(desk, event.by, event.handle);

/** "Make it a ticket" in the intake journal. */
export const makeTicket: ActionHandler = async (desk, event) => {
  if (!isTeam(desk.people, event.by)) return tell(desk, event.handle, 'Only the support team can do that.');
  const made = await makeTicketOf(desk, Number(event.subject), { by: event.by, at: event.at });
  const words =
    made === 'deleted'
      ? 'Its author deleted that message, so it cannot become a ticket.'
      : made === 'unknown'
        ? 'That message is no longer in the journal, so it cannot become a ticket.'
        : `${made.id} is open.`;
  await tell(desk, event.handle, words);
};
