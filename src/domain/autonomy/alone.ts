import type { Topic } from '../learning.ts';
import { type Draft, isLive, type Ticket } from '../ticket/ticket.ts';
import type { Sentiment, Severity } from '../words.ts';

/** A topic as people read it. Undefined where the product area is unknown: too broad to earn anything. */
export function topicName({ category, productArea }: Topic): string | undefined {
  return productArea.trim() === '' ? undefined : `${category.replace('_', ' ')}: ${productArea}`;
}

export function isUrgent(severity: Severity): boolean {
  return severity === 'P1' || severity === 'P2';
}

/** Above this nobody should be answered by a rule. */
const mostFrustration = 0.6;

export function isHeated(mood: { readonly sentiment: Sentiment; readonly frustration: number }): boolean {
  return mood.sentiment === 'angry' || mood.frustration >= mostFrustration;
}

/** Why a person must look at this draft first, in plain words; undefined when a rule may send it. */
function whyNotEligible(
  { triage }: Ticket,
  draft: Omit<Draft, 'state'>,
  leastConfidence: number,
): string | undefined {
  if (!triage) return 'it was not sorted';
  if (draft.outcome !== 'answer') return 'there is no answer';
  if (draft.findings.length > 0) return 'a guard has something against the draft';
  if (draft.confidence < leastConfidence) return 'the draft is not sure enough';
  if (isUrgent(triage.severity)) return 'it is urgent';
  if (isHeated(triage)) return 'the requester is upset';
  return undefined;
}

/** One ticket in so many still goes to a person, so that the track record stays people's judgement. */
const sampled = 10;

/** Why a person keeps the first word on this ticket although its topic is answered alone; undefined when nobody must. */
export function whyNotAlone(
  ticket: Ticket,
  draft: Omit<Draft, 'state'>,
  leastConfidence: number,
): string | undefined {
  const notEligible = whyNotEligible(ticket, draft, leastConfidence);
  if (notEligible !== undefined) return notEligible;
  if (!isLive(ticket) || ticket.merged) return 'it is no longer open';
  if (ticket.assignee) return 'somebody works on it';
  if (ticket.escalation) return 'it is escalated';
  if (draft.ratings?.some(({ rating }) => rating === 'down')) return 'somebody thinks badly of the draft';
  if (ticket.replies.length > 0 || ticket.messages.some(({ from }) => from === 'desk'))
    return 'it is answered already';
  if (ticket.absorbed.length > 0) return 'several people wait for the answer';
  if (Number(ticket.id.replace(/\D/g, '')) % sampled === 0) return 'one in ten is read by a person';
  return undefined;
}
