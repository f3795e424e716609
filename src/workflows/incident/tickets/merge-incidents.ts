import type { Desk } from '../../../desk.ts';
import type { IncidentAsked } from '../../../domain/incident/decision.ts';
import { mergeIncident } from '../../../domain/incident/tickets/merging.ts';
import { changeIncidentAsAsked, type IncidentChanged, loadIncident } from '../change-incident.ts';

/** First half of a merge, written on the one that ends; the other half follows from it, also after a crash. */
export async function mergeIncidents(
  desk: Desk,
  which: { readonly incident: string; readonly into: string },
  asked: IncidentAsked,
): Promise<IncidentChanged> {
  const target = await loadIncident(desk, which.into);
  if (!target) return { outcome: 'unknown_incident' };
  return changeIncidentAsAsked(desk, which.incident, asked, (incident) =>
    mergeIncident(incident, target, asked),
  );
}
