import { type IncidentAsked, type IncidentDecision, stampOf } from '../decision.ts';
import type { IncidentEventOf } from '../event.ts';
import type { Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { isOver } from '../words.ts';

/** The team is told where things stand. Anybody of the team may, until it is over. */
export function tellTeam(
  incident: Incident,
  told: Pick<IncidentEventOf<'internal_update'>, 'conditions' | 'actions' | 'needs'>,
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (isOver(incident)) return { refused: 'ended' };
  const { conditions, actions, needs } = told;
  if ([conditions, actions, needs].every((text) => text.trim() === '')) return { refused: 'empty' };
  return { events: [{ type: 'internal_update', conditions, actions, needs, ...stampOf(asked) }] };
}
