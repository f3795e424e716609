import { alwaysOpen } from '../calendar/calendar.ts';
import { type Instant, millisecondsBetween } from '../time.ts';
import type { DueChange } from './clock.ts';
import { countedFrom, momentOf } from './counted-time.ts';
import type { DueStory } from './due.ts';
import type { Run } from './run.ts';

/**
 * The same due time, unless the requester was told an earlier one: what we said ourselves is what we are measured by,
 * whatever the policy says then or later. Only while it stood still at that moment, nobody expected it.
 */
export function byToldTime({ told, startedAt, end }: Run, story: DueStory, now: Instant): DueStory {
  if (told === undefined || told <= startedAt || told >= story.dueAt) return story;
  const known = story.pauses.map(({ from, to }) => ({ from, to: to ?? end?.at ?? now }));
  if (known.some(({ from, to }) => from <= told && told <= to)) return story;
  const pauses = known.filter(({ from }) => from < told);
  const pausedMs = pauses.reduce((sum, { from, to }) => sum + millisecondsBetween(from, to), 0);
  const counted = { from: startedAt, ms: millisecondsBetween(startedAt, told) - pausedMs };
  const base = countedFrom(counted.from, counted.ms, alwaysOpen, pauses);
  const changes = story.changes.map((change) => capped(change, told)).filter(({ was, due }) => was !== due);
  return {
    ...story,
    calendar: alwaysOpen,
    momentAt: (share) => momentOf(base, share),
    dueAt: told,
    counted,
    changes,
    round: changes.length,
    promisedAt: changes.at(-1)?.at ?? startedAt,
  };
}

function capped({ was, due, ...change }: DueChange, told: Instant): DueChange {
  const first = (at: Instant | undefined) => (at === undefined || at > told ? told : at);
  return { ...change, was: first(was), due: first(due) };
}
