import { z } from 'zod';
import { minutesOf, momentAtWall, wallAt, weekdayOf } from '../calendar/wall-clock.ts';
import { day, type Instant, minute } from '../time.ts';

/** A time of day, `08:00`, in whatever zone it is read. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From one time of day to another, over midnight where `to` is the earlier one. They differ. */
export const QuietHours = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
export type QuietHours = z.infer<typeof QuietHours>;

/** When somebody is left in peace, in local time of a zone. */
export type Quiet = {
  readonly hours: QuietHours | 'off';
  readonly weekends: 'quiet' | 'as_other_days';
  /** IANA zone. */
  readonly timezone: string;
};

/** Friday evening, Saturday, Sunday, the night to Monday: never more stretches in a row than these. */
const mostStretches = 8;

/** The moment at which the quiet ends that holds at `at`; undefined while it does not. */
export function quietUntil(quiet: Quiet, at: Instant): Instant | undefined {
  let until: Instant | undefined;
  for (let stretch = 0; stretch < mostStretches; stretch += 1) {
    const end = endOfStretch(quiet, until ?? at);
    if (end === undefined) return until;
    until = end;
  }
  return until;
}

function endOfStretch({ hours, weekends, timezone }: Quiet, at: Instant): Instant | undefined {
  const wall = wallAt(at, timezone);
  const midnight = Math.floor(wall / day) * day;
  const endAt = (onTheWall: number) => {
    const end = momentAtWall(onTheWall, timezone);
    // Hours that a change of the clocks repeats are quiet once.
    return end > at ? end : undefined;
  };
  const isWeekend = ['sat', 'sun'].includes(weekdayOf(midnight));
  if (weekends === 'quiet' && isWeekend) return endAt(midnight + day);
  if (hours === 'off') return undefined;
  const now = (wall - midnight) / minute;
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  if (from < to) return now >= from && now < to ? endAt(midnight + to * minute) : undefined;
  if (now >= from) return endAt(midnight + day + to * minute);
  return now < to ? endAt(midnight + to * minute) : undefined;
}

/** Quiet hours as people write them, `20:00-08:00` or `off`; undefined for anything else, or when they end as they begin. */
export function quietHoursIn(text: string): QuietHours | 'off' | undefined {
  const words = text.trim().toLowerCase();
  if (words === 'off') return 'off';
  const [, from = '', to = ''] = /^(\d\d?:\d\d)\s*[-–]\s*(\d\d?:\d\d)$/.exec(words) ?? [];
  const hours = QuietHours.safeParse({ from: from.padStart(5, '0'), to: to.padStart(5, '0') });
  return hours.success && hours.data.from !== hours.data.to ? hours.data : undefined;
}
