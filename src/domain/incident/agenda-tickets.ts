import type { Agenda } from './agenda.ts';
import { marksWanted } from './marks.ts';

/** Due: tickets that do not know yet that they belong to it, or still carry its mark. */
export const agendaOfTickets: Agenda = (incident) => {
  const wanted = marksWanted(incident);
  const isSame =
    wanted.length === incident.marked.length && wanted.every((ticket) => incident.marked.includes(ticket));
  return isSame ? [] : [{ key: 'tickets', kind: 'incident_tickets', dueAt: incident.changedAt }];
};
