import { type Instant, instant } from '../time.ts';
import { momentOf, offsetAt, offsetParts } from './zone-offsets.ts';

/** What the wall clock of a zone shows at a moment, in milliseconds: the UTC moment that reads the same. */
export function wallAt(at: Instant, timezone: string): number {
  const moment = Date.parse(at);
  return moment + offsetAt(moment, timezone);
}

/** The first moment at which the wall clock of a zone shows this or more. `wall` is written like that of `wallAt`. */
export function momentAtWall(wall: number, timezone: string): Instant {
  return instant(momentOf(wall, offsetParts(timezone, wall, wall)));
}

/** Whether this machine can tell the time there. */
export function isKnownZone(timezone: string): boolean {
  return !Number.isNaN(offsetAt(0, timezone));
}
