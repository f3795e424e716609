import type { Agenda } from '../agenda.ts';
import type { Incident } from '../incident.ts';
import { markRoom, marksWanted } from './marks.ts';

/** Due: tickets that do not know yet that they belong to it, or still carry its mark; and a merge that is half done. */
export const agendaOfTickets: Agenda = (incident) => [
  ...(areMarked(incident)
    ? []
    : [{ key: 'tickets', kind: 'incident_tickets' as const, dueAt: incident.changedAt }]),
  ...(incident.merged && !incident.merged.done
    ? [{ key: 'merge', kind: 'incident_merge' as const, dueAt: incident.merged.at }]
    : []),
];

function areMarked(incident: Incident): boolean {
  const wanted = marksWanted(incident);
  const isSame =
    wanted.length === incident.marked.length && wanted.every((ticket) => incident.marked.includes(ticket));
  return isSame && (wanted.length === 0 || markRoom(incident) === incident.markedRoom);
}
