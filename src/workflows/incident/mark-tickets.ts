import type { Desk } from '../../desk.ts';
import { stampOf } from '../../domain/incident/decision.ts';
import { marksWanted } from '../../domain/incident/marks.ts';
import { joinIncident, leaveIncident } from '../../domain/ticket/incident.ts';
import type { Claims } from '../../store-port.ts';
import { askedByDesk, changeTicket } from '../change-ticket.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from './change-incident.ts';

/** Every ticket of the incident knows that it belongs to it, and no other does. Done twice, it changes nothing. */
export async function markTickets(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const incident = await loadIncident(desk, id);
  if (!incident) return;
  const wanted = marksWanted(incident);
  const asked = askedByDesk(desk);
  for (const ticket of wanted.filter((each) => !incident.marked.includes(each)))
    await changeTicket(desk, ticket, (current) => joinIncident(current, id, asked));
  for (const ticket of incident.marked.filter((each) => !wanted.includes(each)))
    await changeTicket(desk, ticket, (current) => leaveIncident(current, id, asked));
  await changeIncident(
    desk,
    id,
    () => ({
      events: [{ type: 'tickets_marked', tickets: [...wanted], ...stampOf(incidentAskedByDesk(desk)) }],
    }),
    { fired: timer },
  );
}
