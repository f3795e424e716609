import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** An update is owed to customers, or late; one message for each due time, changed in place. */
export const updateDue: IncidentSayer = saysNothing;
