import type { Desk } from '../../../desk.ts';
import { noteAbsence } from '../../../domain/incident/cadence/absence.ts';
import { type IncidentAsked, nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import { nextEnd, spanOf } from '../../../domain/incident/drill/drill.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** Something begins or ceases to go wrong in a drill, as planned. */
export async function runDrillStep(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const asked = incidentAskedByDesk(desk);
  await changeIncident(
    desk,
    id,
    (incident) => {
      const events = timer.key === 'drill:end' ? ended(desk, incident, asked) : begun(incident, asked);
      return events.length === 0 ? nothingFollows : { events };
    },
    { fired: timer },
  );
}

function begun(incident: Incident, asked: IncidentAsked): readonly IncidentEvent[] {
  const { drill } = incident;
  const step = drill?.script[drill.begun];
  if (!drill || !step || spanOf(incident, step).from > asked.at) return [];
  return [{ type: 'drill_step_begun', step: drill.begun, fault: step.fault, ...stampOf(asked) }];
}

function ended(desk: Desk, incident: Incident, asked: IncidentAsked): readonly IncidentEvent[] {
  const { index, step } = nextEnd(incident) ?? {};
  if (index === undefined || !step || spanOf(incident, step).to > asked.at) return [];
  const over = { type: 'drill_step_ended' as const, step: index, fault: step.fault, ...stampOf(asked) };
  if (step.fault !== 'desk_away') return [over];
  const { incidents: settings } = desk.settings;
  const back = noteAbsence(incident, { gap: spanOf(incident, step), settings }, asked);
  return 'refused' in back ? [over] : [over, ...back.events];
}
