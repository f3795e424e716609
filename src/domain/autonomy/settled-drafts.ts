import type { Lesson } from '../learning.ts';
import type { DraftOutcome } from '../outcome.ts';
import { isHeated, isUrgent, topicName } from './alone.ts';
import type { Settled } from './track-record.ts';

/** A draft's outcome with what its ticket was about. */
type Outcome = DraftOutcome & Pick<Lesson, 'ticket' | 'topic' | 'pressure'>;

/** By topic, what became of drafts, as far as it is decided. Tickets whose product area is unknown earn nothing. */
export function settledByTopic(
  outcomes: readonly Outcome[],
  leastConfidence: number,
): ReadonlyMap<string, readonly Settled[]> {
  const byTopic = new Map<string, Settled[]>();
  for (const outcome of outcomes) {
    const topic = topicName(outcome.topic);
    const settled = settledOf(outcome, leastConfidence);
    if (topic === undefined || settled === undefined) continue;
    const known = byTopic.get(topic);
    if (known) known.push(settled);
    else byTopic.set(topic, [settled]);
  }
  return byTopic;
}

function settledOf(outcome: Outcome, leastConfidence: number): Settled | undefined {
  const { ticket, verdict, decidedAt, aftermath, byRule, findings, confidence, pressure } = outcome;
  if (verdict === 'undecided' || verdict === 'unused' || decidedAt === undefined) return undefined;
  const isCalm = !isUrgent(pressure.severity) && !isHeated(pressure);
  return {
    ticket,
    at: decidedAt,
    outcome: verdict === 'sent_unchanged' ? 'unchanged' : verdict,
    cameBack: aftermath !== undefined,
    byRule,
    eligible: isCalm && findings === 0 && confidence >= leastConfidence,
  };
}
