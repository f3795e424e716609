import { lineCard } from '../../../cards/incident/room/line.ts';
import { speakingPlace } from '../../../domain/incident/room/announcing.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';
import { roomViewOf } from './room-view-of.ts';

/** Row `line:<number>`: a line in the room for that entry of the log, counted from 0. */
export const incidentLine: IncidentSayer = incidentSayer({
  stands: 'once',
  compose(desk, { incident, log, claim }) {
    const place = speakingPlace(incident);
    const number = Number(claim.row.key.replace(/^line:/, ''));
    const card = lineCard(incident, number, roomViewOf(desk, log));
    return place && card && { card, place };
  },
});
