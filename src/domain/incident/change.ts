import type { IncidentEventOf, IncidentEventType } from './event.ts';
import type { Incident } from './incident.ts';

/** What each of these kinds of events makes of an incident. Pure. */
export type ChangesOf<T extends IncidentEventType> = {
  readonly [K in T]: (incident: Incident, event: IncidentEventOf<K>) => Incident;
};
