import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Clock } from '../../domain/sla/clock.ts';
import { countClocks, liveClocks, nextDue } from '../../domain/sla/clocks-of.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { byTime, type Instant } from '../../domain/time.ts';
import type { Block, Line } from '../card.ts';
import { isSameLocalDay, localText } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { plain } from '../text.ts';
import { pauseWords } from '../wording.ts';

/**
 * What is owed next, as a button that explains it, and why something owed has no due time; nothing while nothing is owed.
 * A card changes only when something happens, so it says no time that passes: neither “in 5 minutes” nor “today”.
 */
export function dueBlocks(ticket: Ticket, { policies, timezone }: DeskSettings): readonly Block[] {
  const clock = nextDue(ticket, policies, ticket.changedAt) ?? firstPaused(ticket, policies);
  const without = uncountedLines(ticket, policies, ticket.changedAt).map(
    (line): Block => ({ type: 'context', line }),
  );
  if (!clock) return without;
  const label = dueLabel(promiseWords(clock.target, ticket, policies), clock, {
    now: ticket.changedAt,
    timezone,
  });
  return [{ type: 'actions', items: [{ action: 'explain_due', subject: ticket.id, label }] }, ...without];
}

/** For each reason one line: what is owed without a due time, and why. */
export function uncountedLines(
  ticket: Ticket,
  policies: DeskSettings['policies'],
  now: Instant,
): readonly Line[] {
  const promises = countClocks(ticket, policies, now).uncounted;
  return [...new Set(promises.map(({ why }) => why))].map((reason) => {
    const what = promises
      .filter(({ why }) => why === reason)
      .map(({ target }) => promiseWords(target, ticket, policies));
    return plain(`No due time for ${[...new Set(what)].join(', ')}: ${reason}`);
  });
}

/** `⏱ First answer by 14:20`, with the date when it is on another day than the one on which this was written. */
function dueLabel(
  words: string,
  { dueAt, state, pauses }: Clock,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): string {
  const what = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  if (state === 'paused') return `⏸ ${what} paused: ${pauseWords[pauses.at(-1)?.because ?? 'pending']}`;
  const when = localText(dueAt, timezone, isSameLocalDay(dueAt, now, timezone) ? 'HH:mm' : 'd MMM HH:mm');
  return dueAt <= now ? `⏱ ${what} overdue since ${when}` : `⏱ ${what} by ${when}`;
}

function firstPaused(ticket: Ticket, policies: DeskSettings['policies']): Clock | undefined {
  const paused = liveClocks(ticket, policies, ticket.changedAt).filter(({ state }) => state === 'paused');
  return [...paused].sort((one, other) => byTime(one.dueAt, other.dueAt))[0];
}
