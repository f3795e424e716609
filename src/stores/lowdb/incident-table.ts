import type { IncidentSummary } from '../../domain/incident/summary.ts';
import type { IncidentFilter } from '../../store-port.ts';
import { byNumber } from './by-number.ts';

/** Summaries of all incidents. They are few, hundreds in a year, so each question looks at all of them. */
export type IncidentTable = {
  put(summary: IncidentSummary): void;
  find(filter: IncidentFilter): readonly IncidentSummary[];
  size(): number;
};

export function incidentTable(): IncidentTable {
  const incidents = new Map<string, IncidentSummary>();
  return {
    put(summary) {
      incidents.set(summary.id, summary);
    },
    find(filter) {
      const found = [...incidents.values()].filter((incident) => matches(filter, incident));
      return structuredClone(found.sort(newestFirst).slice(0, filter.limit));
    },
    size: () => incidents.size,
  };
}

function matches(filter: IncidentFilter, incident: IncidentSummary): boolean {
  const { lifecycle, ticket, channel, thread, declaredSince } = filter;
  if (lifecycle !== undefined && !lifecycle.includes(incident.lifecycle)) return false;
  if (ticket !== undefined && !incident.tickets.includes(ticket)) return false;
  const places = [incident, ...(incident.former ?? [])];
  if (channel !== undefined && !places.some((place) => place.channel === channel)) return false;
  if (thread !== undefined && !places.some((place) => place.thread === thread)) return false;
  return declaredSince === undefined || incident.declaredAt >= declaredSince;
}

function newestFirst(one: IncidentSummary, other: IncidentSummary): number {
  if (one.declaredAt !== other.declaredAt) return one.declaredAt < other.declaredAt ? 1 : -1;
  return byNumber(other.id, one.id);
}
