import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import { holderOf, type Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { mayDecide } from './prevention.ts';
import { type ReviewSection, reviewSections } from './review-sections.ts';

/** What was said after it was resolved last, and by whom it is reviewed. */
export function reviewOwnerOf(incident: Incident): string | undefined {
  return incident.review?.owner ?? incident.resolved?.reviewOwner;
}

/** Every attached customer has the final update, was called, or could not be reached: nothing more is on its way. */
export function knowsTheEnd(incident: Incident): boolean {
  const { resolved, tickets, updates } = incident;
  if (!resolved) return false;
  const finals = updates.filter(({ kind, draftedAt }) => kind === 'final' && draftedAt >= resolved.at);
  return tickets.every(({ ticket }) =>
    finals.some(({ deliveries }) => {
      const delivery = deliveries[ticket];
      return delivery !== undefined && !('waiting' in delivery);
    }),
  );
}

/** The review begins: by itself when customers know the end, by a person earlier. A false alarm only when asked for. */
export function startReview(incident: Incident, asked: IncidentAsked): IncidentDecision {
  if (incident.review) return nothingFollows;
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  const isOver = incident.lifecycle === 'resolved' || incident.lifecycle === 'cancelled';
  if (!isOver) return { refused: incident.lifecycle === 'merged' ? 'ended' : 'still_under_way' };
  const owner =
    incident.resolved?.reviewOwner ?? holderOf(incident, 'commander') ?? personOf(asked, incident);
  return owner === undefined
    ? { refused: 'nothing_to_do' }
    : { events: [{ type: 'review_started', owner, ...stampOf(asked) }] };
}

function personOf({ by }: IncidentAsked, { declared }: Incident): string | undefined {
  return [by, declared.by].find((each) => each !== 'desk');
}

/** What people know beyond the log. It replaces what the desk drafted there. Anybody of the team may write. */
export function writeReview(
  incident: Incident,
  { section, text }: { readonly section: ReviewSection; readonly text: string },
  asked: IncidentAsked,
): IncidentDecision {
  const refused = refusalOf(incident, asked);
  if (refused) return refused;
  if (!reviewSections.includes(section)) return { refused: 'nothing_to_do' };
  if (text.trim() === '') return { refused: 'empty' };
  if (incident.review?.sections[section] === text.trim()) return nothingFollows;
  return { events: [{ type: 'review_written', section, text: text.trim(), ...stampOf(asked) }] };
}

/** When the review is talked about. It must be later than now. */
export function setReviewMeeting(
  incident: Incident,
  meetingAt: string,
  asked: IncidentAsked,
): IncidentDecision {
  const refused = refusalOf(incident, asked);
  if (refused) return refused;
  if (meetingAt <= asked.at) return { refused: 'past_date' };
  return incident.review?.meetingAt === meetingAt
    ? nothingFollows
    : { events: [{ type: 'review_meeting_set', meetingAt, ...stampOf(asked) }] };
}

/** It says everything it should. Its owner decides that, the commander, or a manager. */
export function finishReview(incident: Incident, asked: IncidentAsked): IncidentDecision {
  const refused = refusalOf(incident, asked);
  if (refused) return refused;
  if (!mayDecide(incident, asked)) return { refused: 'not_allowed' };
  return incident.review?.state === 'reviewed'
    ? nothingFollows
    : { events: [{ type: 'reviewed', ...stampOf(asked) }] };
}

/** Somebody wants the retrospective as a file in the room, as it is now. */
export function askForRetrospective(incident: Incident, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (!incident.review) return { refused: 'still_under_way' };
  return { events: [{ type: 'retrospective_asked', ...stampOf(asked) }] };
}

function refusalOf(incident: Incident, asked: IncidentAsked): IncidentDecision | undefined {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (incident.lifecycle === 'closed' || incident.lifecycle === 'merged') return { refused: 'ended' };
  return incident.review ? undefined : { refused: 'still_under_way' };
}
