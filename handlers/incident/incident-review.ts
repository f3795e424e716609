import { reviewCard } from '../../src/cards/incident/review/review-card.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked, IncidentDecision } from '../../src/domain/incident/decision.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { closeIncident } from '../../src/domain/incident/lifecycle.ts';
import { askForRetrospective, finishReview, startReview } from '../../src/domain/incident/review/review.ts';
import { roomPlace } from '../../src/domain/incident/room/place.ts';
import { changeIncidentAsAsked } from '../../src/workflows/incident/change-incident.ts';
import { showCard, tell } from '../answer.ts';
import { reportIncident } from './incident-answer.ts';

type Ask = { readonly id: string; readonly handle: AnswerHandle; readonly asked: IncidentAsked };

/** The review as it is; it begins when nobody has begun it yet. */
export function openReview(desk: Desk, ask: Ask): Promise<void> {
  return changeAndShow(desk, ask, startReview);
}

/** The review says everything it should. */
export function finishAndTell(desk: Desk, ask: Ask): Promise<void> {
  return changeAndShow(desk, ask, finishReview);
}

/** Nothing more is owed to anybody. */
export function closeAndTell(desk: Desk, ask: Ask): Promise<void> {
  return changeAndShow(desk, ask, closeIncident);
}

/** The retrospective comes into the room as a file; without a room there is no place where only these people read it. */
export async function fileAndTell(desk: Desk, { id, handle, asked }: Ask): Promise<void> {
  const changed = await changeIncidentAsAsked(desk, id, asked, askForRetrospective);
  if (!(await reportIncident(desk, handle, changed)) || changed.outcome === 'unknown_incident') return;
  const words = roomPlace(changed.incident)
    ? 'The retrospective comes into the room as a file in a moment.'
    : 'There is no room to put the file into. It comes as soon as there is one: try /ticket war-room repair.';
  await tell(desk, handle, words);
}

/** Carries out what somebody asks of the review, and shows it as it is then. */
export async function changeAndShow(
  desk: Desk,
  { id, handle, asked }: Ask,
  decide: (incident: Incident, asked: IncidentAsked) => IncidentDecision,
): Promise<void> {
  const changed = await changeIncidentAsAsked(desk, id, asked, decide);
  if (!(await reportIncident(desk, handle, changed)) || changed.outcome === 'unknown_incident') return;
  const view = { timezone: desk.settings.timezone, now: desk.clock.now() };
  await showCard(desk, handle, reviewCard(changed.incident, view));
}
