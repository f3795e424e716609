import { roomPlace } from '../room/place.ts';
import { type Sayings, saying } from '../saying.ts';
import { isUnderWay } from '../words.ts';

/** The scorecard, when a drill is over; changed when customers know the end, and where it went on after all. */
export const sayingsOfDrill: Sayings = ({ before, after, events }) => {
  const channel = roomPlace(after)?.channel;
  const isOver = events.some(
    ({ event: { type } }) =>
      type === 'resolved' ||
      type === 'cancelled' ||
      (type === 'update_delivered' && !isUnderWay(after.lifecycle)),
  );
  if (after.mode !== 'drill' || !before || !isOver || channel === undefined) return [];
  return [saying('incident_score', { add: 'score', channel })];
};
