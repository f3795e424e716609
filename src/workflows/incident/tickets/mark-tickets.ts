import type { Desk } from '../../../desk.ts';
import { stampOf } from '../../../domain/incident/decision.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { markRoom, marksWanted } from '../../../domain/incident/tickets/marks.ts';
import { joinIncident, leaveIncident } from '../../../domain/ticket/incident.ts';
import type { Claims } from '../../../store-port.ts';
import { askedByDesk, changeTicket } from '../../change-ticket.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';

/**
 * Every ticket of the incident knows that it belongs to it and where its room is, and no other does. One that another
 * incident has by now is let go: nobody hears of the same trouble twice. Done twice, it changes nothing.
 */
export async function markTickets(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const incident = await loadIncident(desk, id);
  if (!incident) return;
  const wanted = marksWanted(incident);
  const room = markRoom(incident);
  const isNewRoom = room !== incident.markedRoom;
  const asked = askedByDesk(desk);
  const taken: string[] = [];
  for (const ticket of wanted.filter((each) => isNewRoom || !incident.marked.includes(each)))
    if (!(await mark(desk, incident, ticket))) taken.push(ticket);
  for (const ticket of incident.marked.filter((each) => !wanted.includes(each)))
    await changeTicket(desk, ticket, (current) => leaveIncident(current, id, asked));
  const stamp = stampOf(incidentAskedByDesk(desk));
  await changeIncident(
    desk,
    id,
    () => ({
      events: [
        ...taken.map((ticket) => ({ type: 'ticket_detached' as const, ticket, ...stamp })),
        {
          type: 'tickets_marked',
          tickets: wanted.filter((ticket) => !taken.includes(ticket)),
          ...(room === undefined ? {} : { room }),
          ...stamp,
        },
      ],
    }),
    { fired: timer },
  );
}

/** False when another incident has it, or when it went into another ticket of this one and is told with that. */
async function mark(desk: Desk, incident: Incident, ticket: string): Promise<boolean> {
  const asked = askedByDesk(desk);
  const join = () =>
    changeTicket(desk, ticket, (current) =>
      joinIncident(current, { incident: incident.id, room: markRoom(incident) }, asked),
    );
  const joined = await join();
  if (joined.outcome === 'unknown_ticket') return false;
  if (joined.outcome !== 'refused') {
    const into = joined.ticket.merged?.into;
    if (into === undefined || !incident.tickets.some((known) => known.ticket === into)) return true;
    await changeTicket(desk, ticket, (current) => leaveIncident(current, incident.id, asked));
    return false;
  }
  const other = joined.ticket.incident?.incident;
  const holder = other === undefined ? undefined : await loadIncident(desk, other);
  if (holder?.lifecycle !== 'merged') return false;
  await changeTicket(desk, ticket, (current) => leaveIncident(current, holder.id, asked));
  return (await join()).outcome !== 'refused';
}
