import { type Draft, isLive, type Ticket } from '../ticket/ticket.ts';

/**
 * What a ticket is about, as narrowly as the desk names it: category and product area. Undefined where the area is
 * unknown: too broad to earn anything.
 */
export function topicOf({ triage }: Pick<Ticket, 'triage'>): string | undefined {
  if (!triage || triage.productArea.trim() === '') return undefined;
  return `${triage.category.replace('_', ' ')}: ${triage.productArea}`;
}

/** Above this nobody should be answered by a rule. */
const mostFrustration = 0.6;

/** Would a rule send this draft, whatever the topic has earned: sure enough, nothing against it, nothing urgent or heated. */
export function isEligible(ticket: Ticket, draft: Omit<Draft, 'state'>, leastConfidence: number): boolean {
  return whyNotEligible(ticket, draft, leastConfidence) === undefined;
}

/** Why a person must look at this draft first, in plain words; undefined when a rule may send it. */
export function whyNotEligible(
  { triage }: Ticket,
  draft: Omit<Draft, 'state'>,
  leastConfidence: number,
): string | undefined {
  if (!triage) return 'it was not sorted';
  if (draft.outcome !== 'answer') return 'there is no answer';
  if (draft.findings.length > 0) return 'a guard has something against the draft';
  if (draft.confidence < leastConfidence) return 'the draft is not sure enough';
  if (triage.severity === 'P1' || triage.severity === 'P2') return 'it is urgent';
  if (triage.sentiment === 'angry' || triage.frustration >= mostFrustration) return 'the requester is upset';
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
  if (ticket.replies.length > 0 || ticket.messages.some(({ from }) => from === 'desk'))
    return 'it is answered already';
  if (ticket.absorbed.length > 0) return 'several people wait for the answer';
  if (Number(ticket.id.replace(/\D/g, '')) % sampled === 0) return 'one in ten is read by a person';
  return undefined;
}
