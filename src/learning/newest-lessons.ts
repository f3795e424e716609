import type { SortingLearner } from './experience.ts';

/**
 * A learner that is taught the newest lessons alone: how a desk sorts changes, and weighing more lessons takes longer
 * and longer. The order in which they come does not matter.
 */
export function newestLessons(learner: SortingLearner, most: number): SortingLearner {
  /** By ticket, what puts lessons in order. */
  const taught = new Map<string, string>();
  let oldest: readonly [ticket: string, key: string] | undefined;

  function forget(ticket: string): void {
    if (!taught.delete(ticket)) return;
    if (oldest?.[0] === ticket) oldest = undefined;
    learner.forget(ticket);
  }

  function findOldest(): readonly [ticket: string, key: string] | undefined {
    let found: readonly [ticket: string, key: string] | undefined;
    for (const entry of taught) if (found === undefined || entry[1] < found[1]) found = entry;
    return found;
  }

  return {
    ...learner,
    forget,
    learn(lesson) {
      const { ticket, sorting } = lesson;
      forget(ticket);
      if (sorting === undefined) return;
      const key = `${sorting.at} ${ticket}`;
      if (taught.size >= most) {
        oldest ??= findOldest();
        if (oldest === undefined || key < oldest[1]) return;
        forget(oldest[0]);
      }
      taught.set(ticket, key);
      if (oldest !== undefined && key < oldest[1]) oldest = [ticket, key];
      learner.learn(lesson);
    },
  };
}
