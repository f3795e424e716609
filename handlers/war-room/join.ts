import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import { roomPlace } from '../../src/domain/incident/room/place.ts';
import { askIn } from '../../src/domain/incident/room/room-people.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { tell } from '../answer.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { WarRoomCommand } from './table.ts';

/** Somebody of the team comes into the room. */
export const join: WarRoomCommand = (desk, event, { incident }) =>
  joinAsAsked(desk, event.handle, { id: incident.id, asked: incidentAskedIn(desk, event) });

/** By command or button: the desk lets them in. */
export async function joinAsAsked(
  desk: Desk,
  handle: AnswerHandle,
  { id, asked }: { readonly id: string; readonly asked: IncidentAsked },
): Promise<void> {
  const changed = await changeIncidentAsAsked(desk, id, asked, (now) => askIn(now, asked));
  if (!(await reportIncident(desk, handle, changed)) || !('incident' in changed)) return;
  const isThere = roomPlace(changed.incident) !== undefined;
  const words = isThere
    ? `You are let into the room of ${id} now.`
    : `You are let in as soon as ${id} has its room.`;
  await tell(desk, handle, words);
}
