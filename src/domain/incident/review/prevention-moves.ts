import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import { mayDecide, missingParts } from './prevention.ts';
import type { PreventionAction } from './prevention-action.ts';

export type ActionState = PreventionAction['state'];

/** From which states an action can come there. */
const before: Readonly<Record<ActionState, readonly ActionState[]>> = {
  proposed: [],
  accepted: ['proposed', 'declined'],
  declined: ['proposed', 'accepted', 'in_progress'],
  in_progress: ['accepted', 'done'],
  done: ['accepted', 'in_progress'],
  verified: ['done'],
};

/** Whether an action could be brought there next. */
export function canMove(from: ActionState, to: ActionState): boolean {
  return before[to].includes(from);
}

/**
 * An action goes on. It is accepted only with a title that says what to do, an owner, a due date and how we know that it
 * is done; declined with a reason; done with evidence; and checked by somebody else than its owner.
 */
export function moveAction(
  incident: Incident,
  move: { readonly action: string; readonly to: ActionState; readonly reason?: string },
  asked: IncidentAsked,
): IncidentDecision {
  const action = incident.actions.find((known) => known.action === move.action);
  if (!action || incident.lifecycle === 'merged') return { refused: 'nothing_to_do' };
  if (action.state === move.to) return nothingFollows;
  if (!canMove(action.state, move.to)) return { refused: 'nothing_to_do' };
  const reason = move.reason?.trim() ?? '';
  const refused = refusalOf(incident, { action, to: move.to, reason }, asked);
  if (refused) return refused;
  return {
    events: [
      {
        type: 'action_moved',
        action: action.action,
        to: move.to,
        ...(reason === '' ? {} : { reason }),
        ...stampOf(asked),
      },
    ],
  };
}

function refusalOf(
  incident: Incident,
  {
    action,
    to,
    reason,
  }: { readonly action: PreventionAction; readonly to: ActionState; readonly reason: string },
  asked: IncidentAsked,
): IncidentDecision | undefined {
  if (asked.role === 'requester') return { refused: 'not_allowed' };
  const decides = mayDecide(incident, asked);
  switch (to) {
    case 'proposed':
      return { refused: 'nothing_to_do' };
    case 'accepted':
      if (!decides) return { refused: 'not_allowed' };
      return missingParts(action).length > 0 ? { refused: 'action_incomplete' } : undefined;
    case 'declined':
      if (!decides) return { refused: 'not_allowed' };
      return reason === '' ? { refused: 'empty' } : undefined;
    case 'in_progress':
      return decides || isTheirs(action, asked) ? undefined : { refused: 'not_allowed' };
    case 'done':
      if (!decides && action.owner !== asked.by) return { refused: 'not_allowed' };
      return reason === '' ? { refused: 'no_evidence' } : undefined;
    case 'verified':
      if (action.owner === asked.by) return { refused: 'own_work' };
      return action.verifier === undefined || action.verifier === asked.by
        ? undefined
        : { refused: 'not_allowed' };
  }
}

/** The one who does it, or the one who checks it and found that it is not done. */
function isTheirs({ owner, verifier }: PreventionAction, { by }: IncidentAsked): boolean {
  return owner === by || verifier === by;
}
