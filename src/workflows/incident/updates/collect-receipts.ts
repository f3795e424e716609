import type { Desk } from '../../../desk.ts';
import { recordReceipts } from '../../../domain/incident/updates/update-receipts.ts';
import { nothing } from '../../../domain/ticket/decision.ts';
import type { Claims } from '../../../store-port.ts';
import { changeTicket } from '../../change-ticket.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { receiptsOf } from './update-receipts.ts';

/**
 * A ticket has news for its incident: which updates stand in its threads, and which could not be said. Everything that is
 * known on all of its tickets by now is written down at once.
 */
export async function collectReceipts(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await collectFor(desk, timer.key.replace(/^tell_incident:/, ''));
  await changeTicket(desk, id, () => nothing, { fired: timer });
}

/** Writes down what is known of an incident's deliveries. */
export async function collectFor(desk: Desk, incident: string): Promise<void> {
  const known = await loadIncident(desk, incident);
  if (!known) return;
  const receipts = await receiptsOf(desk, known);
  if (receipts.length === 0) return;
  const { cadence } = desk.settings.incidents;
  await changeIncident(desk, incident, (current) =>
    recordReceipts(current, receipts, { cadence, asked: incidentAskedByDesk(desk) }),
  );
}
