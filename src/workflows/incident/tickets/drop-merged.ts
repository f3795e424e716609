import type { Desk } from '../../../desk.ts';
import { nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import { nothing } from '../../../domain/ticket/decision.ts';
import type { Claims } from '../../../store-port.ts';
import { changeTicket, loadTicket } from '../../change-ticket.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** A ticket went into another one of the same incident: it is told in that one's replies, and counted once. */
export async function dropMerged(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const ticket = await loadTicket(desk, id);
  const [, incident = ''] = timer.key.split(':');
  if (ticket?.merged) {
    await changeIncident(desk, incident, ({ tickets }) =>
      tickets.some((known) => known.ticket === id)
        ? {
            events: [{ type: 'ticket_detached', ticket: id, ...stampOf(incidentAskedByDesk(desk)) }],
          }
        : nothingFollows,
    );
  }
  await changeTicket(desk, id, () => nothing, { fired: timer });
}
