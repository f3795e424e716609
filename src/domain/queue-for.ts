import type { QueueRule, TriageAnswer } from './triage.ts';

/** The first queue that takes such a ticket; without any match the last one, so that no ticket is left without people. */
export function queueFor(
  queues: readonly QueueRule[],
  sorted: Pick<TriageAnswer, 'category' | 'severity'>,
): string {
  const matching = queues.find(
    ({ when }) =>
      (when?.category === undefined || when.category === sorted.category) &&
      (when?.severity === undefined || when.severity === sorted.severity),
  );
  return (matching ?? queues.at(-1))?.name ?? '';
}
