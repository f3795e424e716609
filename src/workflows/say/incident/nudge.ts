import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** Somebody is reminded of what only they can do. */
export const incidentNudge: IncidentSayer = saysNothing;
