import type { Desk } from '../../../desk.ts';
import { type IncidentAsked, nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import { spanOf } from '../../../domain/incident/drill/drill.ts';
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
      const events = timer.key === 'drill:end' ? ended(incident, asked) : begun(incident, asked);
      return events.length === 0 ? nothingFollows : { events };
    },
    { fired: timer },
  );
}

function begun({ drill }: Incident, asked: IncidentAsked): readonly IncidentEvent[] {
  const step = drill?.script[drill.begun];
  return drill && step
    ? [{ type: 'drill_step_begun', step: drill.begun, fault: step.fault, ...stampOf(asked) }]
    : [];
}

function ended(incident: Incident, asked: IncidentAsked): readonly IncidentEvent[] {
  const { drill } = incident;
  const step = drill?.script[drill.ended];
  if (!drill || !step) return [];
  const over: IncidentEvent = {
    type: 'drill_step_ended',
    step: drill.ended,
    fault: step.fault,
    ...stampOf(asked),
  };
  return step.fault === 'desk_away'
    ? [over, { type: 'desk_was_away', ...spanOf(incident, step), ...stampOf(asked) }]
    : [over];
}
