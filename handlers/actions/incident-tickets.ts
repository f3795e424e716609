import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { addTicketForm } from '../../src/cards/incident/tickets/add-ticket-form.ts';
import { declareForm } from '../../src/cards/incident/tickets/declare-form.ts';
import { askedIn } from '../../src/workflows/change-ticket.ts';
import { openWarRoom } from '../../src/workflows/incident/tickets/open-war-room.ts';
import { showForm, tell } from '../answer.ts';
import { addAndTell } from '../incident/incident-add.ts';
import { reportOpened } from '../incident/incident-opened.ts';
import { incidentsSeenBy } from '../incident/incidents-seen-by.ts';
import type { ActionHandler } from '../table.ts';
import { teamTicket } from './answering.ts';

/** "Open war room" on a critical ticket: at once. On a lesser one the form says what it means first. */
export const openRoom: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  const severity = ticket.triage?.severity;
  if (severity !== 'P1' && severity !== 'P2') return declareByForm(desk, event);
  const wanted = { ticket: ticket.id, from: 'button', severity, visibility: 'open', tickets: [] } as const;
  await reportOpened(desk, event.handle, await openWarRoom(desk, wanted, askedIn(desk, event)));
};

/** "War room…": severity, visibility and other tickets are chosen first. */
export const declareByForm: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  const context = writeIncidentContext({ ticket: ticket.id, channel: event.handle.channel });
  await showForm(desk, event.handle, declareForm({ ticket, context }));
};

/** "Add to INC-7"; without a number, the form offers the incidents that are under way. */
export const addTicket: ActionHandler = async (desk, event) => {
  const ticket = await teamTicket(desk, event);
  if (!ticket) return;
  if (/^INC-\d+$/.test(event.value ?? '')) {
    await addAndTell(desk, event, { tickets: [ticket.id], incident: event.value ?? '' });
    return;
  }
  const live = await incidentsSeenBy(desk, event.by, 'under_way');
  if (live.length === 0) return tell(desk, event.handle, 'No incident is under way that you can see.');
  const context = writeIncidentContext({ ticket: ticket.id, channel: event.handle.channel });
  await showForm(desk, event.handle, addTicketForm(ticket.id, live, context));
};
