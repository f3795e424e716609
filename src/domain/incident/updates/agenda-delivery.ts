import type { Agenda } from '../agenda.ts';
import { quietUntil } from '../cadence/ladder.ts';
import type { Incident, IncidentUpdate } from '../incident.ts';
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
    // What the desk writes by itself waits until people have read that it was away; they can ask for a draft at once.
    ...(at === undefined
      ? []
      : [
          {
            key: 'prepare',
            kind: 'incident_prepare' as const,
            dueAt: [at, ...quietUntil(incident)].sort().at(-1) ?? at,
          },
        ]),
  ];
};

/** Some of its tickets do not have it in their keeping yet. */
export function isToHandOver({
  state,
  deliveries,
}: Pick<Incident['updates'][number], 'state' | 'deliveries'>): boolean {
  return state === 'approved' && Object.values(deliveries).some(isUnhanded);
}

/** It waits for the desk, not for chat. */
export function isUnhanded(delivery: IncidentUpdate['deliveries'][string]): boolean {
  return 'waiting' in delivery && delivery.handed === undefined;
}
