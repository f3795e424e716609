import { actionCard } from '../../src/cards/incident/review/action-card.ts';
import { missingWords } from '../../src/cards/incident/review/review-words.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import { missingParts } from '../../src/domain/incident/review/prevention.ts';
import { type ActionState, moveAction } from '../../src/domain/incident/review/prevention-moves.ts';
import { changeIncidentAsAsked, type IncidentChanged } from '../../src/workflows/incident/change-incident.ts';
import { showCard, tell } from '../answer.ts';
import { reportIncident } from './incident-answer.ts';

/** An action goes on, and whoever asked sees the plan as it is then; or what is missing. */
export async function moveActionAndTell(
  desk: Desk,
  handle: AnswerHandle,
  ask: {
    readonly id: string;
    readonly action: string;
    readonly to: ActionState;
    readonly reason?: string;
    readonly asked: IncidentAsked;
  },
): Promise<void> {
  const { id, action, to, reason, asked } = ask;
  const move = { action, to, ...(reason === undefined ? {} : { reason }) };
  const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
    moveAction(incident, move, asked),
  );
  await tellPlan(desk, handle, { changed, action });
}

/** The plan as it is now, or why nothing changed: of an action that is not complete, what it needs. */
export async function tellPlan(
  desk: Desk,
  handle: AnswerHandle,
  { changed, action }: { readonly changed: IncidentChanged; readonly action: string },
): Promise<void> {
  if (changed.outcome === 'refused' && changed.refusal.refused === 'action_incomplete') {
    const known = changed.incident.actions.find((each) => each.action === action);
    const missing = known ? missingParts(known).map((part) => missingWords[part]) : [];
    if (missing.length > 0)
      return tell(desk, handle, `Before it can be accepted it needs ${missing.join('; ')}. Edit it first.`);
  }
  if (!(await reportIncident(desk, handle, changed)) || changed.outcome === 'unknown_incident') return;
  await showCard(desk, handle, actionCard(changed.incident));
}
