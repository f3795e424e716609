import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** The card of the room, changed in place. */
export const incidentCard: IncidentSayer = saysNothing;
