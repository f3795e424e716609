import { roomTroubleCard } from '../../../cards/incident/room/room-trouble-card.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** A direct message to who leads: the room is lost or cannot be made, and what can be done; settled in place. */
export const roomTrouble: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose: (_desk, { incident, claim }) => ({
    card: roomTroubleCard(incident),
    place: { channel: claim.row.channel },
  }),
});
