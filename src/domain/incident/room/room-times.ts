import { type Instant, laterBy, minute } from '../../time.ts';
import type { Incident } from '../incident.ts';
import { isUnderWay } from '../words.ts';

/** A channel that is not there by then is a thread from then on. */
const threadAfterMs = minute;
/** A channel is tried for so long, once a minute when it was refused. */
const tryForMs = 15 * minute;
const tryEveryMs = minute;
/** Without an answer what to do about a lost room, a new one is made. */
const answerWithinMs = 5 * minute;
/** How often the room's page is brought up to date. */
const pageEveryMs = 5 * minute;

/** Since when the present room is sought. */
export function soughtSince({ declared, room }: Incident): Instant {
  return room.soughtSince ?? declared.at;
}

/** No channel is tried after that, until somebody asks for it. */
export function triedUntil(incident: Incident): Instant {
  return laterBy(soughtSince(incident), tryForMs);
}

/** When a refused channel is tried again. */
export function tryAgainAt(refusedAt: Instant): Instant {
  return laterBy(refusedAt, tryEveryMs);
}

/** From when a thread stands for a channel that is not there. */
export function threadDueAt(incident: Incident): Instant {
  return laterBy(soughtSince(incident), threadAfterMs);
}

/** Until when people may say what becomes of a lost room. */
export function answerDueAt(lostAt: Instant): Instant {
  return laterBy(lostAt, answerWithinMs);
}

/** When a page that was shown then is brought up to date. */
export function pageDueAt(shownAt: Instant): Instant {
  return laterBy(shownAt, pageEveryMs);
}

/** People still work in it or on what is left of it: it needs a place. */
export function needsRoom({ lifecycle }: Pick<Incident, 'lifecycle'>): boolean {
  return isUnderWay(lifecycle) || lifecycle === 'resolved' || lifecycle === 'in_review';
}

/** When everything about it was over; undefined while it is not. Nobody has to review a drill, so that ends with its resolution. */
export function endedAt(incident: Incident): Instant | undefined {
  const { closedAt, cancelled, merged, resolved, lifecycle, mode } = incident;
  if (mode === 'drill' && (lifecycle === 'resolved' || lifecycle === 'in_review')) return resolved?.at;
  if (lifecycle === 'closed') return closedAt;
  if (lifecycle === 'cancelled') return cancelled?.at;
  return lifecycle === 'merged' ? merged?.at : undefined;
}
