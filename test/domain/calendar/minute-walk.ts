import { TZDate } from '@date-fns/tz';
import { type Calendar, weekdays } from '../../../src/domain/calendar/calendar.ts';
import { hour, type Instant, minute } from '../../../src/domain/time.ts';

/**
 * Working time by looking at the wall clock each minute: slow, and unlike the product in every step. Where the clock is
 * set back, the second showing of an hour belongs to its last minute, as if the clock had stood still.
 */
export function minuteWalk(from: Instant, to: Instant, calendar: Calendar): number {
  let furthest = 0;
  let open = 0;
  // The hours before are walked too: what they showed may be shown again. No clock goes back by more than three.
  for (let at = Date.parse(from) - 3 * hour; at < Date.parse(to); at += minute) {
    const wall = new TZDate(at, calendar.timezone);
    furthest = Math.max(
      furthest,
      Date.UTC(wall.getFullYear(), wall.getMonth(), wall.getDate(), wall.getHours(), wall.getMinutes()),
    );
    if (at >= Date.parse(from) && isOpen(furthest, calendar)) open += minute;
  }
  return open;
}

function isOpen(wall: number, { week, holidays }: Calendar): boolean {
  const date = new Date(wall);
  const minutes = date.getUTCHours() * 60 + date.getUTCMinutes();
  const within = ({ from, to }: { from: number; to: number }) => from <= minutes && minutes < to;
  const weekday = weekdays[(date.getUTCDay() + 6) % 7]!;
  const today = holidays.filter(({ day }) => day === date.toISOString().slice(0, 10));
  if (today.some(({ closed }) => closed === undefined || closed.some(within))) return false;
  return (week[weekday] ?? []).some(within);
}
