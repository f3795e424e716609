import { momentAtWall, wallAt } from '../../calendar/wall-clock.ts';
import { nextRun, workingDays } from '../../routine/recurrence.ts';
import { day, type Instant, laterBy } from '../../time.ts';

const tenOClock = { at: '10:00', days: workingDays, zone: 'desk' } as const;

/** 10:00 of a working day, at or after a moment. After it is over nobody is reminded at another time. */
export function morningFrom(at: Instant, timezone: string): Instant {
  return nextRun(tenOClock, laterBy(at, -1), timezone);
}

/** 10:00 of the working day after the day of a moment. */
export function nextMorning(at: Instant, timezone: string): Instant {
  const tomorrow = (Math.floor(wallAt(at, timezone) / day) + 1) * day;
  return morningFrom(momentAtWall(tomorrow, timezone), timezone);
}

/** 10:00 so many working days after the day of a moment. */
export function workingDaysLater(at: Instant, days: number, timezone: string): Instant {
  let moment = at;
  for (let count = 0; count < days; count += 1) moment = nextMorning(moment, timezone);
  return moment;
}

/** 10:00 of a date such as `2026-12-18` or so many days later; of the next working day where it is none. */
export function morningOf(date: string, days: number, timezone: string): Instant {
  const midnight = Date.parse(`${date}T00:00:00.000Z`) + days * day;
  return morningFrom(momentAtWall(midnight, timezone), timezone);
}
