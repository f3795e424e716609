import { applyIncident } from '../apply.ts';
import type { IncidentDecision } from '../decision.ts';
import type { IncidentEvent } from '../event.ts';
import type { Incident } from '../incident.ts';

/** Several decisions as one, each made of what the ones before it led to. What one of them refuses is left out. */
export function inTurn(
  incident: Incident,
  ...decide: readonly ((incident: Incident) => IncidentDecision)[]
): { readonly events: readonly IncidentEvent[] } {
  let current = incident;
  const events: IncidentEvent[] = [];
  for (const step of decide) {
    const decision = step(current);
    if ('refused' in decision || decision.events.length === 0) continue;
    current = applyIncident(current, decision.events);
    events.push(...decision.events);
  }
  return { events };
}
