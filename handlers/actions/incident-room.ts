import { wantRoom } from '../../src/domain/incident/room/room-loss.ts';
import { changeIncidentAsAsked, incidentAskedIn } from '../../src/workflows/incident/change-incident.ts';
import { bringRoomBack } from '../../src/workflows/incident/room/bring-room-back.ts';
import { tell } from '../answer.ts';
import { incidentPressed, reportIncident } from '../incident/incident-answer.ts';
import type { ActionHandler } from '../table.ts';
import { joinAsAsked } from '../war-room/join.ts';
import { repairAsAsked } from '../war-room/repair.ts';

/** Everything of the room that is missing is tried again. */
export const repairRoom: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  await repairAsAsked(desk, event.handle, { incident, asked: incidentAskedIn(desk, event) });
};

/** Whoever of the team presses is let into the room. */
export const joinRoom: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  await joinAsAsked(desk, event.handle, { id: incident.id, asked: incidentAskedIn(desk, event) });
};

/** The lost room is opened again. */
export const bringBack: ActionHandler = async (desk, event) => {
  const incident = await incidentPressed(desk, event);
  if (!incident) return;
  if (incident.room.state !== 'lost')
    return tell(desk, event.handle, 'That is settled already. Look at the room’s card.');
  const outcome = await bringRoomBack(desk, incident, incidentAskedIn(desk, event));
  const words =
    outcome === 'back'
      ? `${incident.id} has its room back.`
      : `It could not be brought back: ${outcome.reason} Choose a new room or a thread.`;
  await tell(desk, event.handle, words);
};

/** Another room is made at once. */
export const newRoom: ActionHandler = instead('channel', 'A new room is being made.');

/** No channel any more: a thread is the room. */
export const goOnInThread: ActionHandler = instead('thread', 'A thread becomes the room.');

function instead(as: 'channel' | 'thread', words: string): ActionHandler {
  return async (desk, event) => {
    const incident = await incidentPressed(desk, event);
    if (!incident) return;
    const asked = incidentAskedIn(desk, event);
    const changed = await changeIncidentAsAsked(desk, incident.id, asked, (now) => wantRoom(now, as, asked));
    if (await reportIncident(desk, event.handle, changed))
      await tell(desk, event.handle, `${incident.id}: ${words}`);
  };
}
