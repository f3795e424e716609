import { TZDate } from '@date-fns/tz';
import { z } from 'zod';
import { type Instant, instant } from '../time.ts';

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
  const local = new TZDate(at, timezone);
  const weekday = local.getDay();
  if (weekends === 'quiet' && (weekday === 0 || weekday === 6)) return localMoment(local, 1, 0);
  if (hours === 'off') return undefined;
  const now = local.getHours() * 60 + local.getMinutes();
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const isOverMidnight = from > to;
  const isQuiet = isOverMidnight ? now >= from || now < to : now >= from && now < to;
  if (!isQuiet) return undefined;
  const end = localMoment(local, isOverMidnight && now >= from ? 1 : 0, to);
  // The hour that a change of the clocks repeats is quiet once.
  return end > at ? end : undefined;
}

/** So many minutes after midnight, `days` days later. A time that the clocks leave out is the next one there is. */
function localMoment(local: TZDate, days: number, minutes: number): Instant {
  const at = (minute: number) =>
    new TZDate(
      local.getFullYear(),
      local.getMonth(),
      local.getDate() + days,
      Math.floor(minute / 60),
      minute % 60,
      local.timeZone ?? 'UTC',
    );
  let moment = at(minutes);
  const isThere = (candidate: TZDate, minute: number) =>
    candidate.getHours() * 60 + candidate.getMinutes() === minute % 1440;
  if (isThere(moment, minutes)) return instant(moment.getTime());
  for (let minute = minutes + 1; !isThere(moment, minute) && minute < minutes + 180; minute += 1) {
    moment = at(minute);
  }
  return instant(moment.getTime());
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
