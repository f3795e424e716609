import { roomCard } from '../../../cards/incident/room/room-card.ts';
import { speakingPlace } from '../../../domain/incident/room/announcing.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';
import { roomViewOf } from './room-view-of.ts';

/** The card of the room, changed in place. */
export const incidentCard: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose(desk, { incident, log }) {
    const place = speakingPlace(incident);
    return place && { card: roomCard(incident, roomViewOf(desk, log)), place };
  },
});
