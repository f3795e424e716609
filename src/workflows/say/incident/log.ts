import { logCard } from '../../../cards/incident/room/log-card.ts';
import { speakingPlace } from '../../../domain/incident/room/announcing.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';
import { roomViewOf } from './room-view-of.ts';

/** The latest of the log as one message, changed in place, where the room can have no page of its own. */
export const incidentLog: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose(desk, { incident, log }) {
    const place = speakingPlace(incident);
    return place && { card: logCard(incident, roomViewOf(desk, log)), place };
  },
});
