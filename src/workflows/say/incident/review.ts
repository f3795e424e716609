import { recurrenceCard } from '../../../cards/incident/review/recurrence-card.ts';
import { reviewCard as card } from '../../../cards/incident/review/review-card.ts';
import { reviewOwnerOf } from '../../../domain/incident/review/review.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** The retrospective and what is owed after it is over. */
export const reviewCard: IncidentSayer = incidentSayer({
  compose: ({ settings, clock }, { incident, claim }) => {
    const { channel, ref } = claim.row;
    const room = roomPlace(incident);
    if (ref !== 'recurrence')
      return room && incident.review
        ? { card: card(incident, { timezone: settings.timezone, now: clock.now() }), place: room }
        : undefined;
    // A room that was hidden meanwhile, or an incident that nobody else may know of, says nothing wider.
    const isOwn = channel === reviewOwnerOf(incident) || channel === room?.channel;
    if (!isOwn && (incident.visibility === 'restricted' || incident.mode === 'drill')) return undefined;
    const place = channel === room?.channel ? room : { channel };
    return { card: recurrenceCard(incident), place };
  },
  stands: 'in_place',
});
