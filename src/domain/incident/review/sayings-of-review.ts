import type { IncidentEventType } from '../event.ts';
import { roomPlace } from '../room/place.ts';
import { type Happened, type IncidentSaying, type Sayings, saying } from '../saying.ts';
import { reviewOwnerOf } from './review.ts';

/** What changes the card of the review. */
const shown: ReadonlySet<IncidentEventType> = new Set([
  'review_started',
  'review_written',
  'review_meeting_set',
  'reviewed',
  'action_proposed',
  'action_changed',
  'action_moved',
  'closed',
]);

/** After it is over: the card of the review in the room, and later whether it came back. */
export const sayingsOfReview: Sayings = (happened) => {
  const { after, events } = happened;
  const channel = roomPlace(after)?.channel;
  const isShown = after.review !== undefined && events.some(({ event }) => shown.has(event.type));
  return [
    ...(isShown && channel !== undefined ? [saying('incident_review', { add: 'review', channel })] : []),
    ...(events.some(({ event }) => event.type === 'recurrence_checked') ? recurrence(happened) : []),
  ];
};

/** To the owner of the review; and to the room, or where it was announced when the room is put away. */
function recurrence({ after, settings }: Happened): readonly IncidentSaying[] {
  const owner = reviewOwnerOf(after);
  const wide = after.visibility === 'open' && after.mode === 'live' ? settings.channel : undefined;
  const place = roomPlace(after)?.channel ?? wide;
  const at = after.recurrence?.at ?? after.changedAt;
  return [owner, place]
    .filter((channel) => channel !== undefined)
    .map((channel) =>
      saying('incident_review', { add: `recurrence:${at}:${channel}`, channel, ref: 'recurrence' }),
    );
}
