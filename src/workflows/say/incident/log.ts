import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** The latest of the log as one message, changed in place, where the room can have no page of its own. */
export const incidentLog: IncidentSayer = saysNothing;
