import type { Incident } from '../incident.ts';
import { roomPlace } from '../room/place.ts';

/**
 * The tickets that are part of it until their requesters know the end: with the final update, or when it turned out to be
 * nothing. One that could not be told the end stays, so that nobody closes it meanwhile. Drills have invented tickets.
 */
export function marksWanted(incident: Incident): readonly string[] {
  const { lifecycle, mode, tickets } = incident;
  if (mode === 'drill' || lifecycle === 'cancelled' || lifecycle === 'merged' || lifecycle === 'closed')
    return [];
  const isOver = lifecycle === 'resolved' || lifecycle === 'in_review';
  return tickets
    .filter(({ ticket }) => !(isOver && knowsTheEnd(incident, ticket)))
    .map(({ ticket }) => ticket);
}

/** The requester has the final update, or somebody called them about it. */
function knowsTheEnd(incident: Incident, ticket: string): boolean {
  const endedAt = incident.resolved?.at ?? incident.changedAt;
  return incident.updates.some(({ kind, draftedAt, deliveries }) => {
    const delivery = deliveries[ticket];
    return (
      kind === 'final' &&
      draftedAt >= endedAt &&
      delivery !== undefined &&
      ('id' in delivery || 'calledBy' in delivery)
    );
  });
}

/** The room that its tickets name; a lost one stands until there is another. Restricted: none. */
export function markRoom(incident: Incident): string | undefined {
  if (incident.visibility === 'restricted') return undefined;
  return roomPlace(incident)?.channel ?? incident.markedRoom;
}
