import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** Row `<number>`: a line in the room for that entry of the log. */
export const incidentLine: IncidentSayer = saysNothing;
