import { detachTicket } from '../../src/domain/incident/declare.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import { tell } from '../answer.ts';
import { openIncidentForm } from '../incident/incident-form.ts';
import { decideAndTell } from './decide.ts';
import type { WarRoomCommand } from './table.ts';

/** A ticket that has nothing to do with it. */
export const detach: WarRoomCommand = async (desk, event, { incident, rest }) => {
  if (rest === '') return openIncidentForm(desk, event.handle, { form: 'detach', incident });
  const ticket = ticketIdIn(rest);
  if (ticket === undefined) return tell(desk, event.handle, `“${rest}” is no ticket. Write it like T-13.`);
  if (!incident.tickets.some((known) => known.ticket === ticket))
    return tell(desk, event.handle, `${ticket} is not in ${incident.id}.`);
  await decideAndTell(desk, event, {
    incident,
    decide: (current, asked) => detachTicket(current, ticket, asked),
    done: `${ticket} is no longer part of ${incident.id}.`,
  });
};
