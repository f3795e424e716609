import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** An update for customers to be approved, and what became of it, changed in place. */
export const updateApproval: IncidentSayer = saysNothing;
