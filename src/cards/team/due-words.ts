import { TZDate } from '@date-fns/tz';
import { isSameDay } from 'date-fns/isSameDay';
import type { Instant } from '../../domain/time.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { Line } from '../card.ts';
import { moment } from '../moment.ts';
import { targetWords } from '../wording.ts';

/** What is owed next and when: `next update by 15:00`, `first answer overdue since 14:20`. */
export function dueWords(
  { dueAt, dueTarget }: Pick<TicketSummary, 'dueAt' | 'dueTarget'>,
  now: Instant,
  timezone: string,
): Line | undefined {
  if (dueAt === undefined) return undefined;
  const what = dueTarget === undefined ? 'answer' : targetWords[dueTarget];
  const when = moment(dueAt, timezone, isToday(dueAt, now, timezone) ? 'time' : 'date_time');
  return dueAt < now
    ? [{ text: `${what} overdue since `, style: 'bold' }, when]
    : [{ text: `${what} by ` }, when];
}

/** In the desk's day. */
function isToday(at: Instant, now: Instant, timezone: string): boolean {
  return isSameDay(new TZDate(at, timezone), new TZDate(now, timezone));
}
