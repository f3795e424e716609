import { TZDate } from '@date-fns/tz';
import { day, type Instant, instant } from '../time.ts';

/** A moment as calendar and clock show it in some zone. `month` is 0 for January. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

/** Undefined for a zone nobody knows. `zone` is an IANA name or an offset such as `+02:00`. */
export function localTime(at: Instant, zone: string): LocalTime | undefined {
  const date = new TZDate(at, zone);
  if (Number.isNaN(date.getTime())) return undefined;
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
  };
}

/** The moment at which a clock in that zone shows this; days beyond a month's end run on into the next. */
export function momentOfLocal(
  { year, month, day, hour, minute }: LocalTime,
  zone: string,
): Instant | undefined {
  const time = new TZDate(year, month, day, hour, minute, zone).getTime();
  return Number.isNaN(time) ? undefined : instant(time);
}

/** Midnights between two moments by the calendar of a zone; 0 on the same day. */
export function midnightsBetween(start: Instant, end: Instant, zone: string): number {
  const [from, to] = [localTime(start, zone), localTime(end, zone)];
  if (!from || !to) return 0;
  return (Date.UTC(to.year, to.month, to.day) - Date.UTC(from.year, from.month, from.day)) / day;
}
