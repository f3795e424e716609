import type { Desk } from '../../../desk.ts';
import { isUnhanded } from '../../../domain/incident/updates/agenda-delivery.ts';
import { handOver } from '../../../domain/incident/updates/update-delivery.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { collectFor } from './collect-receipts.ts';
import { handToTicket } from './hand-to-ticket.ts';

/**
 * An approved update goes to every ticket that waits for it, as whoever approved it. Each ticket keeps it as a reply of its
 * own and says it once; done again after the process ended in between, it changes nothing there. What has lapsed meanwhile
 * goes nowhere.
 */
export async function deliverUpdate(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const update = timer.key.replace(/^deliver:/, '');
  const handed: string[] = [];
  const sunk: string[] = [];
  const lost: { ticket: string; reason: string }[] = [];
  for (const ticket of await waitingFor(desk, id, update)) {
    const outcome = await handToTicket(desk, { id, update, ticket });
    if (outcome === 'handed') handed.push(ticket);
    else if (outcome === 'sunk') sunk.push(ticket);
    else if (typeof outcome === 'object') lost.push({ ticket, reason: outcome.lost });
  }
  const { cadence } = desk.settings.incidents;
  await changeIncident(
    desk,
    id,
    (incident) =>
      handOver(incident, { update, handed, sunk, lost }, { cadence, asked: incidentAskedByDesk(desk) }),
    { fired: timer },
  );
  // What was said while the rest was handed over.
  await collectFor(desk, id);
}

async function waitingFor(desk: Desk, id: string, update: string): Promise<readonly string[]> {
  const incident = await loadIncident(desk, id);
  const deliveries = incident?.updates.find((known) => known.update === update)?.deliveries ?? {};
  return Object.entries(deliveries).flatMap(([ticket, each]) => (isUnhanded(each) ? [ticket] : []));
}
