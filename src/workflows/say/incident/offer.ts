import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** A part in it is offered to somebody, in their own conversation; settled in place. */
export const roleOffer: IncidentSayer = saysNothing;
