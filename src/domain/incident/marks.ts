import type { Incident } from './incident.ts';

/**
 * The tickets that are part of it until their requesters know the end: with the final update, or when it turned out to be
 * nothing. One that could not be told the end stays, so that nobody closes it meanwhile. Drills have invented tickets.
 */
export function marksWanted(incident: Incident): readonly string[] {
  const { lifecycle, mode, tickets } = incident;
  if (mode === 'drill' || lifecycle === 'cancelled' || lifecycle === 'merged' || lifecycle === 'closed')
    return [];
  const isOver = lifecycle === 'resolved' || lifecycle === 'in_review';
  const finals = incident.updates.filter(({ kind }) => kind === 'final').map(({ update }) => update);
  return tickets
    .filter(({ told }) => !(isOver && told && finals.includes(told.update)))
    .map(({ ticket }) => ticket);
}
