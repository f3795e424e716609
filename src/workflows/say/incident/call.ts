import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** Somebody is called because customers wait. */
export const ladderCall: IncidentSayer = saysNothing;
