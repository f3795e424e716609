import type { Instant } from '../../time.ts';
import { applyIncident } from '../apply.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEvent } from '../event.ts';
import type { Incident } from '../incident.ts';
import { type IncidentCadence, nextUpdateAt } from '../lifecycle.ts';
import { mayDo } from '../permission.ts';
import { isOver, isUnderWay } from '../words.ts';
import type { IncidentUpdate } from './incident-update.ts';
import { factsOf } from './update-facts.ts';

/** What became of an update on a ticket: it stands there since `at`, or could not be said. */
export type Receipt = { readonly update: string; readonly ticket: string; readonly at: Instant } & (
  | { readonly message: string }
  | { readonly reason: string }
);

/** How often customers hear, and who says that it is so. */
export type Recording = { readonly cadence: IncidentCadence; readonly asked: IncidentAsked };

/**
 * Everything that is known of deliveries, written down at once. When an update is settled everywhere for the first time
 * and reached somebody, the next one is owed from its last delivery; after the final one nothing is.
 */
export function recordReceipts(
  incident: Incident,
  receipts: readonly Receipt[],
  { cadence, asked }: Recording,
): IncidentDecision {
  const events = receipts
    .filter((receipt) => isNews(incident, receipt))
    .map((receipt) => told(receipt, asked));
  return events.length === 0
    ? nothingFollows
    : { events: [...events, ...owedAfter(incident, events, { cadence, asked })] };
}

/** What is said on the phone or by mail counts as told. */
export function callCustomer(
  incident: Incident,
  called: { readonly update: string; readonly ticket: string },
  { cadence, asked }: Recording,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  const delivery = incident.updates.find(({ update }) => update === called.update)?.deliveries[called.ticket];
  if (!delivery || !('failedAt' in delivery)) return nothingFollows;
  const events: IncidentEvent[] = [{ type: 'customer_called', ...called, ...stampOf(asked) }];
  return { events: [...events, ...owedAfter(incident, events, { cadence, asked })] };
}

function isNews(incident: Incident, receipt: Receipt): boolean {
  const update = incident.updates.find((known) => known.update === receipt.update);
  const delivery = update?.deliveries[receipt.ticket];
  if (!delivery || update.state === 'expired') return false;
  return 'waiting' in delivery || ('failedAt' in delivery && 'message' in receipt);
}

function told(receipt: Receipt, asked: IncidentAsked): IncidentEvent {
  const { update, ticket, at } = receipt;
  const stamp = stampOf({ ...asked, at });
  return 'message' in receipt
    ? { type: 'update_delivered', update, ticket, message: receipt.message, ...stamp }
    : { type: 'update_failed', update, ticket, reason: receipt.reason, ...stamp };
}

/** What is owed to customers because of what they have now. */
function owedAfter(
  incident: Incident,
  events: readonly IncidentEvent[],
  { cadence, asked }: Recording,
): readonly IncidentEvent[] {
  const after = applyIncident(incident, events);
  const counted = after.updates.filter(
    ({ update, countedAt }) =>
      countedAt !== undefined &&
      incident.updates.find((known) => known.update === update)?.countedAt === undefined,
  );
  const last = counted.at(-1);
  if (!last || isOver(incident) || !after.cadence) return [];
  const stamp = stampOf({ ...asked, by: 'desk' });
  if (!isUnderWay(incident.lifecycle)) {
    return counted.some(({ kind }) => kind === 'final') ? [{ type: 'cadence_ended', ...stamp }] : [];
  }
  // What changed while it was on its way customers do not know yet.
  if (last.facts !== factsOf(incident)) return [];
  return [{ type: 'cadence_set', dueAt: dueAfter(after, last, cadence), because: 'cadence', ...stamp }];
}

function dueAfter(incident: Incident, update: IncidentUpdate, cadence: IncidentCadence): Instant {
  const promisedAt = update.promises ?? incident.cadence?.promisedAt;
  const { customerStatus } = incident;
  return nextUpdateAt({ customerStatus, promisedAt }, cadence, update.countedAt ?? incident.changedAt);
}
