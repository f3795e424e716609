import type { Desk } from '../../../desk.ts';
import { Conflict } from '../../../domain/errors.ts';
import type { IncidentAsked } from '../../../domain/incident/decision.ts';
import { declareIncident } from '../../../domain/incident/declare.ts';
import { type DrillName, drillScripts, drillTickets } from '../../../domain/incident/drill/drill.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { createIncident } from '../change-incident.ts';

/** A drill that was begun, or the one that is under way: there is one at a time. */
export type DrillStart =
  | { readonly outcome: 'started'; readonly incident: Incident }
  | { readonly outcome: 'under_way'; readonly id: string }
  | { readonly outcome: 'not_allowed' };

/** A game day: an incident of invented customers that goes wrong as the script says. */
export async function startDrill(desk: Desk, script: DrillName, asked: IncidentAsked): Promise<DrillStart> {
  const live = await desk.store.incidents({ lifecycle: ['declared', 'active', 'monitoring'] });
  const known = live.find(({ mode }) => mode === 'drill');
  if (known) return { outcome: 'under_way', id: known.id };
  const id = await desk.store.nextIncidentId();
  const decision = declareIncident(
    {
      id,
      title: 'Checkout refuses payments (drill)',
      severity: 'P1',
      mode: 'drill',
      visibility: 'open',
      from: 'drill',
      tickets: drillTickets,
      firstUpdateWithinMs: desk.settings.incidents.cadence.firstMs,
      drill: drillScripts[script],
    },
    asked,
  );
  if ('refused' in decision) return { outcome: 'not_allowed' };
  try {
    return { outcome: 'started', incident: await createIncident(desk, id, decision.events) };
  } catch (error) {
    if (error instanceof Conflict) return { outcome: 'under_way', id };
    throw error;
  }
}
