import { internalCard } from '../../../cards/incident/cadence/internal-card.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** Where things stand, for the team itself: in the room, and outside it only for those whom the incident is open to. */
export const internalUpdate: IncidentSayer = incidentSayer({
  compose(desk, { incident, log, claim }) {
    const [number = '', where] = (claim.row.ref ?? '').split('|');
    const event = log[Number(number)]?.event;
    if (event?.type !== 'internal_update') return undefined;
    if (where === 'room') {
      const place = roomPlace(incident);
      return place && { card: internalCard(incident, event, 'room'), place };
    }
    if (incident.visibility !== 'open' || incident.mode !== 'live') return undefined;
    const { channel } = desk.settings.incidents;
    const announced = incident.messages.announcement;
    const thread = announced?.channel === channel ? { thread: announced.id } : {};
    return { card: internalCard(incident, event, 'out'), place: { channel, ...thread } };
  },
  stands: 'once',
});
