import type { Ticket } from '../ticket/ticket.ts';
import { byTime, type Instant, laterBy, minute } from '../time.ts';
import { type Clock, isLate } from './clock.ts';
import type { PolicyBook } from './policy-book.ts';
import { termsAt } from './terms-at.ts';

/** Half an hour where a critical ticket is owed no updates; never oftener than each quarter of an hour. */
const withoutCadenceMs = 60 * minute;
const leastMs = 15 * minute;

/**
 * The clocks with one step more: a critical ticket that is late is spoken of again and again until what is owed was done.
 * One reminder for all that is late, on the clock that is late the longest, half a cadence after the last one told.
 */
export function withReminder(
  ticket: Ticket,
  clocks: readonly Clock[],
  { book, now }: { readonly book: PolicyBook; readonly now: Instant },
): readonly Clock[] {
  if (ticket.triage?.severity !== 'P1') return clocks;
  const [first] = clocks
    .filter(({ state }) => state === 'running')
    .sort((one, other) => byTime(one.dueAt, other.dueAt));
  if (!first) return clocks;
  const cadenceMs = termsAt(ticket, now, book)?.targets.next_update?.withinMs ?? withoutCadenceMs;
  const told = ticket.notices?.findLast(({ steps }) => steps.some(({ step }) => isLate(step)))?.at;
  const since = told !== undefined && told > first.dueAt ? told : first.dueAt;
  const at = laterBy(since, Math.max(leastMs, Math.round(cadenceMs / 2)));
  const reminder = { step: `still_late@${at}`, at } as const;
  return clocks.map((clock) => (clock === first ? { ...clock, steps: [...clock.steps, reminder] } : clock));
}
