import type { QueueRule, TriageAnswer, TriageFacts } from '../domain/triage.ts';
import { type Severity, severities, type Tier } from '../domain/words.ts';

/**
 * What rules everybody can read hold a model to. What somebody wrote into a ticket may convince a model; it does not
 * convince these.
 */
export function heldByRules(
  answer: TriageAnswer,
  rules: TriageAnswer,
  facts: Pick<TriageFacts, 'queues' | 'precedents'>,
): TriageAnswer {
  const held = heldSeverity(answer, rules);
  return heldQueue(held, rules, facts);
}

/** A jump of this many steps is looked at by a person. */
const jump = 2;
const unsure = 0.5;

/** At most one step below what the rules found; a jump above it counts as unsure. A war room is for P1 alone. */
function heldSeverity(answer: TriageAnswer, rules: TriageAnswer): TriageAnswer {
  const said = severities.indexOf(answer.severity);
  const found = severities.indexOf(rules.severity);
  const lowest: Severity | undefined = severities[found + 1];
  if (lowest !== undefined && said > found + 1) {
    const reasons = [...new Set([...rules.severityReasons, ...answer.severityReasons])];
    return { ...answer, severity: lowest, severityReasons: reasons, tier: calm(rules.tier) };
  }
  const tier = answer.severity === 'P1' ? answer.tier : calm(answer.tier);
  if (found - said < jump) return { ...answer, tier };
  const reasons = [...answer.severityReasons, `the rules alone would say ${rules.severity}`];
  return { ...answer, tier, severityReasons: reasons, confidence: Math.min(answer.confidence, unsure) };
}

function calm(tier: Tier): Tier {
  return tier === 4 ? 3 : tier;
}

/** A queue whose own conditions shut the ticket out takes it only when people sent such a ticket there before. */
function heldQueue(
  answer: TriageAnswer,
  rules: TriageAnswer,
  { queues, precedents }: Pick<TriageFacts, 'queues' | 'precedents'>,
): TriageAnswer {
  const takes = ({ when }: QueueRule) =>
    (when?.category === undefined || when.category === answer.category) &&
    (when?.severity === undefined || when.severity === answer.severity);
  const isTaken = queues.some((queue) => queue.name === answer.queue && takes(queue));
  const isPrecedent = precedents.some(
    ({ queue, correctedBy }) => queue === answer.queue && correctedBy !== undefined,
  );
  if (isTaken || isPrecedent) return answer;
  const queue = queues.find(takes)?.name ?? rules.queue;
  return {
    ...answer,
    queue,
    reasons: { ...answer.reasons, queue: `the rules of the queues send it to ${queue}` },
  };
}
