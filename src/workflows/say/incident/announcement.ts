import { type IncidentSayer, saysNothing } from './incident-sayer.ts';

/** The announcement outside the room, changed in place; never of restricted ones or drills. */
export const incidentAnnouncement: IncidentSayer = saysNothing;
