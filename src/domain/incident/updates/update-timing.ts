import { type Instant, laterBy, minute } from '../../time.ts';
import type { Incident } from '../incident.ts';
import { cadenceMs, type IncidentCadence } from '../lifecycle.ts';
import { isOver } from '../words.ts';
import type { IncidentUpdate } from './incident-update.ts';
import { factsOf } from './update-facts.ts';

/** An update is written so long before it is owed. */
const preparedBeforeMs = 10 * minute;
/** Who declares an incident has a minute to say what it is about before customers' first word is written. */
const acknowledgedAfterMs = minute;
/** An update on its way keeps the next one from being written for so long. */
const onItsWayMs = 15 * minute;

/**
 * The moment from which an update should lie ready: before one is owed by the cadence, at once when something changed or
 * it is over, and at once where an earlier draft does not say what is true any more. Undefined while one lies ready, is
 * on its way, or was sent back for these same facts.
 */
export function preparedAt(incident: Incident, cadence: IncidentCadence): Instant | undefined {
  const { cadence: owed, tickets } = incident;
  if (isOver(incident) || tickets.length === 0) return undefined;
  const latest = incident.updates.at(-1);
  const isTrue = latest?.facts === factsOf(incident);
  const isAtWork = latest?.state === 'draft' || latest?.state === 'pending';
  if (latest && isAtWork) return isTrue ? undefined : latest.draftedAt;
  if (!owed) return undefined;
  if (latest?.state === 'expired') return latest.draftedAt;
  const from =
    owed.because === 'first'
      ? laterBy(owed.dueAt, acknowledgedAfterMs - cadence.firstMs)
      : laterBy(owed.dueAt, owed.because === 'final' ? -cadence.finalMs : -preparedBeforeMs);
  if (!latest || !isTrue) return from;
  if (latest.state === 'approved') return latestOf(from, laterBy(sentAt(latest), onItsWayMs));
  if (latest.state === 'failed') return undefined;
  return latest.state === 'rejected' && latest.draftedAt >= from ? undefined : from;
}

function sentAt({ approved, draftedAt }: IncidentUpdate): Instant {
  return approved?.at ?? draftedAt;
}

function latestOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** The time that customers are told for the next one when it is sent now: by the cadence, on a whole minute. */
export function promisedFrom(
  incident: Incident,
  cadence: IncidentCadence,
  now: Instant,
): Instant | undefined {
  if (incident.lifecycle === 'resolved' || incident.lifecycle === 'in_review' || isOver(incident))
    return undefined;
  const at = laterBy(now, cadenceMs(cadence, incident.customerStatus));
  return laterBy(at, -(Date.parse(at) % minute));
}
