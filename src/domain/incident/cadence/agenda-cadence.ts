import type { Agenda, Due, IncidentTimer } from '../agenda.ts';
import { nextRung } from './ladder.ts';
import { approvalNudge, internalNudge, type NudgeDue, staleNudge } from './nudging.ts';

/** The key of the timer that calls those who may approve; it shares its kind with the ladder. */
export const approvalKey = 'cadence_approval';

/** Due: when customers and the team are owed the next word. */
export const agendaOfCadence: Agenda = (incident, settings) => {
  const rung = nextRung(incident, settings);
  return [
    ...(rung ? [{ key: 'cadence', kind: 'incident_cadence' as const, dueAt: rung.at }] : []),
    ...dueOf(approvalKey, 'incident_cadence', approvalNudge(incident, settings)),
    ...dueOf('internal', 'incident_internal', internalNudge(incident, settings)),
    ...dueOf('stale', 'incident_stale', staleNudge(incident, settings)),
  ];
};

function dueOf(key: string, kind: IncidentTimer, nudge: NudgeDue | undefined): readonly Due[] {
  return nudge === undefined ? [] : [{ key, kind, dueAt: nudge.at }];
}
