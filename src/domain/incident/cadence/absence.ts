import type { Instant } from '../../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEvent, IncidentEventType } from '../event.ts';
import type { Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import { isUnderWay } from '../words.ts';
import { isUpdateOwed, remind } from './ladder.ts';

/** A time in which no desk was there. */
export type Gap = { readonly from: Instant; readonly to: Instant };

/**
 * The desk is back: once for each gap and each incident that somebody still works on. What is deserved by now is told
 * with it, so that people read one thing and not two.
 */
export function noteAbsence(
  incident: Incident,
  { gap, settings }: { readonly gap: Gap; readonly settings: IncidentSettings },
  asked: IncidentAsked,
): IncidentDecision {
  const isWatched = isUnderWay(incident.lifecycle) || isUpdateOwed(incident);
  const isKnown = incident.away !== undefined && incident.away.to >= gap.to;
  if (!isWatched || isKnown || incident.declared.at >= gap.to) return nothingFollows;
  const reminded = remind(incident, { settings, at: asked.at }, asked);
  return {
    events: [
      { type: 'desk_was_away', from: gap.from, to: gap.to, ...stampOf(asked) },
      ...('refused' in reminded ? [] : reminded.events),
    ],
  };
}

/** What makes another update owed than the one before. */
const owedAnew: ReadonlySet<IncidentEventType> = new Set(['declared', 'cadence_set', 'update_snoozed']);

/** The absence that was told in one message with the update owed until the line of that number, from 0; if there was one. */
export function absenceToldUntil(events: readonly IncidentEvent[], end: number): Gap | undefined {
  const before = events.slice(0, end);
  const owed = before.slice(before.findLastIndex(({ type }) => owedAnew.has(type)) + 1);
  const away = owed[owed.findIndex(({ type }) => type === 'reminded') - 1];
  return away?.type === 'desk_was_away' ? { from: away.from, to: away.to } : undefined;
}
