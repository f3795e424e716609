import { incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { incidentPressed } from '../incident/incident-answer.ts';
import type { ActionHandler } from '../table.ts';
import { showTimeline, tellFiled } from '../war-room/timeline.ts';

/** "Timeline": the newest of it for whoever pressed; with the value `file`, all of it into the room. */
export const incidentTimeline: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  if (event.value === 'file') {
    await tellFiled(desk, event.handle, { id: incident.id, asked: incidentAskedIn(desk, event) });
  } else await showTimeline(desk, event.handle, incident.id);
};
