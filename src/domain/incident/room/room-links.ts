import type { Incident } from '../incident.ts';

/** More links at the top of a room than these are not read. */
const mostTickets = 3;

/** What the room has a link to: the first tickets, by their ids, and the `announcement`. */
export function linksWanted({ tickets, mode, visibility, messages }: Incident): readonly string[] {
  if (mode === 'drill') return [];
  return [
    ...tickets.slice(0, mostTickets).map(({ ticket }) => ticket),
    ...(visibility === 'open' && messages.announcement ? ['announcement'] : []),
  ];
}
