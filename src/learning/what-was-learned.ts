import type { Lesson } from '../domain/learning.ts';
import type { Instant } from '../domain/time.ts';
import { categories } from '../domain/words.ts';
import type { Learned, TopicOutcome } from '../ports.ts';

/** Every draft's outcome with its ticket: decided ones since then by the moment of decision, undecided ones after them. */
export function outcomesOf(lessons: readonly Lesson[], since?: Instant): readonly TopicOutcome[] {
  return lessons
    .flatMap(({ ticket, topic, pressure, drafts }) =>
      drafts.map((outcome): TopicOutcome => ({ ...outcome, ticket, topic, pressure })),
    )
    .filter(({ decidedAt }) => since === undefined || decidedAt === undefined || decidedAt >= since)
    .sort(byDecision);
}

/** Sorts after every moment. */
const never = '~';

function byDecision(one: TopicOutcome, other: TopicOutcome): number {
  return (
    compare(one.decidedAt ?? never, other.decidedAt ?? never) ||
    compare(one.draftedAt, other.draftedAt) ||
    compare(one.ticket, other.ticket)
  );
}

const mostLatest = 5;

/** How much was learned of sorting, and the latest corrections. A category with the fewest lessons is judged by itself. */
export function learnedOf(lessons: readonly Lesson[], fewest: number): Learned {
  const sorted = lessons.flatMap(({ ticket, sorting }) => (sorting ? [{ ticket, ...sorting }] : []));
  const latest = sorted
    .flatMap(({ ticket, at, lastBy }) => (lastBy === undefined ? [] : [{ ticket, at, by: lastBy }]))
    .sort((one, other) => compare(other.at, one.at) || compare(other.ticket, one.ticket));
  return {
    lessons: sorted.length,
    corrected: latest.length,
    byCategory: categories.map((category) => {
      const seen = sorted.filter((each) => each.category === category).length;
      return { category, seen, judges: seen >= fewest };
    }),
    latest: latest.slice(0, mostLatest),
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
