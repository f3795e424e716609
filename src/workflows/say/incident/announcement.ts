import { announcementCard } from '../../../cards/incident/room/announcement.ts';
import { nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import { announcementChannel } from '../../../domain/incident/room/announcing.ts';
import { incidentAskedByDesk } from '../../incident/change-incident.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** The announcement outside the room, changed in place; never of restricted ones or drills. */
export const incidentAnnouncement: IncidentSayer = incidentSayer({
  stands: 'in_place',
  compose(desk, { incident }) {
    const channel = announcementChannel(incident, desk.settings.incidents);
    const card = announcementCard(incident, desk.settings.timezone);
    return channel !== undefined && card ? { card, place: { channel } } : undefined;
  },
  said: (desk, { room }) =>
    room.steps.announce?.refused
      ? { events: [{ type: 'room_step_done', step: 'announce', ...stampOf(incidentAskedByDesk(desk)) }] }
      : nothingFollows,
  // Nobody outside the room reads of it: those inside have to know.
  refused(desk, { room }, { error: { code, message } }) {
    const known = room.steps.announce?.refused;
    if (known?.code === code) return { decision: nothingFollows };
    const stamp = stampOf(incidentAskedByDesk(desk));
    return {
      decision: {
        events: [{ type: 'room_step_refused', step: 'announce', code, reason: message, ...stamp }],
      },
    };
  },
});
