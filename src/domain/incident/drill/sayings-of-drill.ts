import { roomPlace } from '../room/place.ts';
import { type Sayings, saying } from '../saying.ts';

/** The scorecard, when a drill is over; said anew where it went on after all. */
export const sayingsOfDrill: Sayings = ({ before, after, events }) => {
  const channel = roomPlace(after)?.channel;
  const isOver = events.some(({ event }) => event.type === 'resolved' || event.type === 'cancelled');
  if (after.mode !== 'drill' || !before || !isOver || channel === undefined) return [];
  return [saying('incident_score', { add: 'score', channel })];
};
