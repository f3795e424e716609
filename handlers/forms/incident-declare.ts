import type { FieldProblems } from '../../src/cards/card.ts';
import { isTeam } from '../../src/desk.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import { askedIn, loadTicket } from '../../src/workflows/change-ticket.ts';
import { openWarRoom } from '../../src/workflows/incident/tickets/open-war-room.ts';
import { reportOpened } from '../incident/incident-opened.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { incidentHandleOf, readIncidentContext } from './incident-context.ts';
import { ticketsIn } from './tickets-in.ts';

/** A war room for a ticket, with everything that can be chosen. */
export const declare: FormHandler = {
  async check(desk, event): Promise<FieldProblems | undefined> {
    const first = readIncidentContext(event).ticket === undefined ? 'ticket' : 'severity';
    if (!isTeam(desk.people, event.by)) return { [first]: 'Only the support team can do that.' };
    const id = ticketOf(event);
    const ticket = id === undefined ? undefined : await loadTicket(desk, id);
    if (!ticket) return { [first]: 'There is no ticket with that number. Write it like T-12.' };
    const { unknown } = ticketsIn(event.values.others ?? '');
    if (unknown.length > 0) return { others: `“${unknown[0]}” is no ticket. Write them like T-13 T-14.` };
    return undefined;
  },
  async submit(desk, event) {
    const opened = await openWarRoom(
      desk,
      {
        ticket: ticketOf(event) ?? '',
        from: 'button',
        severity: event.values.severity === 'P2' ? 'P2' : 'P1',
        visibility: event.values.visibility === 'restricted' ? 'restricted' : 'open',
        tickets: ticketsIn(event.values.others ?? '').tickets,
      },
      askedIn(desk, event),
    );
    await reportOpened(desk, incidentHandleOf(event), opened);
  },
};

function ticketOf(event: Submitted): string | undefined {
  return readIncidentContext(event).ticket ?? ticketIdIn(event.values.ticket ?? '');
}
