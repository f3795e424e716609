import type { Instant } from '../../domain/time.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { Line } from '../card.ts';
import { isSameLocalDay, moment } from '../moment.ts';
import { targetWords } from '../wording.ts';

/** What is owed next and when: `next update by 15:00`, `first answer overdue since 14:20`. */
export function dueWords(
  { dueAt, dueTarget }: Pick<TicketSummary, 'dueAt' | 'dueTarget'>,
  now: Instant,
  timezone: string,
): Line | undefined {
  if (dueAt === undefined) return undefined;
  const what = dueTarget === undefined ? 'answer' : targetWords[dueTarget];
  const when = moment(dueAt, timezone, isSameLocalDay(dueAt, now, timezone) ? 'time' : 'date_time');
  return dueAt < now
    ? [{ text: `${what} overdue since `, style: 'bold' }, when]
    : [{ text: `${what} by ` }, when];
}
