import { day, type Instant, instant } from '../time.ts';
import { type Weekday, weekdays } from './calendar.ts';
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

/** The day of the week that begins with a midnight on the wall. */
export function weekdayOf(midnight: number): Weekday {
  // 1 January 1970 was a Thursday.
  return weekdays[(((midnight / day + 3) % 7) + 7) % 7] ?? 'mon';
}

/** Minutes since midnight of a time of day such as `09:00`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Whether this machine can tell the time there. */
export function isKnownZone(timezone: string): boolean {
  return !Number.isNaN(offsetAt(0, timezone));
}
