import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isSameDay } from 'date-fns/isSameDay';
import type { Instant } from '../domain/time.ts';
import type { Span } from './card.ts';

/** A moment in the reader's own zone where the platform can, else in the desk's zone with its name. */
export function moment(
  at: Instant,
  timezone: string,
  as: 'time' | 'date_time' | 'relative' = 'date_time',
): Span {
  return { moment: at, as, fallback: momentText(at, timezone, as) };
}

/** `20 Nov 10:41 (Europe/Berlin)`, or the time alone. */
export function momentText(
  at: Instant,
  timezone: string,
  as: 'time' | 'date_time' | 'relative' = 'date_time',
): string {
  const local = new TZDate(at, timezone);
  return `${format(local, as === 'time' ? 'HH:mm' : 'd MMM HH:mm')} (${timezone})`;
}

/** A moment in a zone, by a pattern of date-fns such as `d MMM HH:mm`; without the zone's name. */
export function localText(at: Instant, timezone: string, pattern: string): string {
  return format(new TZDate(at, timezone), pattern);
}

/** Whether both lie on one day of the zone. */
export function isSameLocalDay(one: Instant, other: Instant, timezone: string): boolean {
  return isSameDay(new TZDate(one, timezone), new TZDate(other, timezone));
}
