import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { makingSteps, missingSteps, repairRoom } from '../../src/domain/incident/room/room-repair.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { tell } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Whatever of the room is missing is made again. */
export const repair: WarRoomCommand = (desk, event, { incident }) =>
  repairAsAsked(desk, event.handle, { incident, asked: incidentAskedIn(desk, event) });

/** By command or button: everything is tried again, and the person hears what was missing. */
export async function repairAsAsked(
  desk: Desk,
  handle: AnswerHandle,
  { incident, asked }: { readonly incident: Incident; readonly asked: IncidentAsked },
): Promise<void> {
  const missing = missingSteps(incident).length;
  const changed = await changeIncidentAsAsked(desk, incident.id, asked, (now) => repairRoom(now, asked));
  if (!(await reportIncident(desk, handle, changed))) return;
  const all = makingSteps.length;
  const words =
    missing === 0
      ? `${incident.id}: no step of the room was missing. Everybody is asked in again.`
      : `${incident.id}: ${missing} of ${all} steps of the room ${missing === 1 ? 'was' : 'were'} missing. They are tried again now.`;
  await tell(desk, handle, words);
}
