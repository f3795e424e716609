import { announcementCard } from '../../../cards/incident/room/announcement.ts';
import { announcementChannel } from '../../../domain/incident/room/announcing.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** The announcement outside the room, changed in place; never of restricted ones or drills. */
export const incidentAnnouncement: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose(desk, { incident }) {
    const channel = announcementChannel(incident, desk.settings.incidents);
    const card = announcementCard(incident, desk.settings.timezone);
    return channel !== undefined && card ? { card, place: { channel } } : undefined;
  },
});
