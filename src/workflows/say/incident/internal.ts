import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** Where things stand, for the team itself. */
export const internalUpdate: IncidentSayer = saysNothing;
