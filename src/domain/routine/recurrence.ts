import { type Weekday, weekdays } from '../calendar/calendar.ts';
import { minutesOf, momentAtWall, wallAt, weekdayOf } from '../calendar/wall-clock.ts';
import { day, hour, type Instant, laterBy, minute } from '../time.ts';

/**
 * When something recurs. By the wall clock: at a local time (`09:00`) on some days of the week, in the desk's zone. Or
 * so many milliseconds after the last time.
 */
export type Recurrence =
  | { readonly at: string; readonly days: readonly Weekday[]; readonly zone: 'desk' }
  | { readonly every: number };

/** Monday to Friday. */
export const workingDays: readonly Weekday[] = weekdays.slice(0, 5);

/**
 * The next time after a moment. A local time that the clock jumps over is the first minute after the jump; one that
 * comes twice is the first of the two. Runs that were missed are not made up for: what follows is always ahead.
 */
export function nextRun(when: Recurrence, after: Instant, timezone: string): Instant {
  if ('every' in when) return laterBy(after, when.every);
  const today = Math.floor(wallAt(after, timezone) / day) * day;
  // A week and a day: today's time may have passed, and a zone may leave out a whole day.
  for (let midnight = today; midnight <= today + 8 * day; midnight += day) {
    if (!when.days.includes(weekdayOf(midnight))) continue;
    const moment = momentAtWall(midnight + minutesOf(when.at) * minute, timezone);
    if (moment > after) return moment;
  }
  throw new RangeError(`A rule for no day of the week never comes: ${when.days.join()}`);
}

/** `09:00, mon tue wed thu fri` or `every 1 h`. */
export function recurrenceWords(when: Recurrence): string {
  if ('at' in when) return `${when.at}, ${when.days.join(' ')}`;
  return when.every % hour === 0 ? `every ${when.every / hour} h` : `every ${when.every / minute} min`;
}
