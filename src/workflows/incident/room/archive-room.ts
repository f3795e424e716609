import type { Desk } from '../../../desk.ts';
import { Misconfigured, Refused } from '../../../domain/errors.ts';
import { nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import type { IncidentEvent } from '../../../domain/incident/event.ts';
import { endedAt } from '../../../domain/incident/room/room-times.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { endTimer } from '../end-timer.ts';

/** It has long been over: its room is archived, or left open with a reason in the log. */
export async function archiveRoom(desk: Desk, claim: Claims['timers']): Promise<void> {
  const { id, timer } = claim;
  const incident = await loadIncident(desk, id);
  const channel = incident?.room.channel;
  if (incident?.room.state !== 'ready' || channel === undefined || !endedAt(incident))
    return endTimer(desk, claim);
  const stamp = stampOf(incidentAskedByDesk(desk));
  let event: IncidentEvent = { type: 'room_archived', ...stamp };
  try {
    await desk.rooms.archive(channel);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Misconfigured)) throw error;
    const code = error instanceof Refused ? error.code : 'misconfigured';
    event = { type: 'room_step_refused', step: 'archive', code, reason: error.message, ...stamp };
  }
  await changeIncident(
    desk,
    id,
    (now) => (now.room.state === 'ready' ? { events: [event] } : nothingFollows),
    {
      fired: timer,
    },
  );
}
