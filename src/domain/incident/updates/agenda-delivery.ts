import type { Instant } from '../../time.ts';
import type { Agenda } from '../agenda.ts';
import { quietUntil } from '../cadence/ladder.ts';
import type { Incident } from '../incident.ts';
import type { IncidentUpdate } from './incident-update.ts';
import { preparedAt } from './update-timing.ts';

/** Due: updates on their way to customers, and the next one to be written. */
export const agendaOfDelivery: Agenda = (incident, { cadence }) => {
  const at = preparedAt(incident, cadence);
  return [
    ...incident.updates.filter(isToHandOver).map(({ update, approved }) => ({
      key: `deliver:${update}`,
      kind: 'incident_deliver' as const,
      dueAt: approved?.at ?? incident.changedAt,
    })),
    ...(at === undefined
      ? []
      : [
          {
            key: 'prepare',
            kind: 'incident_prepare' as const,
            dueAt: [at, ...quiet(incident)].sort().at(-1) ?? at,
          },
        ]),
  ];
};

/**
 * What the desk writes by itself waits until people have read that it was away. What they changed since then does not:
 * whoever changes it has read it.
 */
function quiet(incident: Incident): readonly Instant[] {
  const { cadence, away, resolved } = incident;
  const changedAt = cadence?.because === 'final' ? resolved?.at : cadence?.dueAt;
  const isNews = cadence?.because === 'change' || cadence?.because === 'final';
  const isSince = isNews && away !== undefined && changedAt !== undefined && changedAt >= away.at;
  return isSince ? [] : quietUntil(incident);
}

/** Some of its tickets do not have it in their keeping yet. */
function isToHandOver({
  state,
  deliveries,
}: Pick<Incident['updates'][number], 'state' | 'deliveries'>): boolean {
  return state === 'approved' && Object.values(deliveries).some(isUnhanded);
}

/** It waits for the desk, not for chat. */
export function isUnhanded(delivery: IncidentUpdate['deliveries'][string]): boolean {
  return 'waiting' in delivery && delivery.handed === undefined;
}
