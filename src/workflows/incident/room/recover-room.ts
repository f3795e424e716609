import type { Desk } from '../../../desk.ts';
import { nothingFollows } from '../../../domain/incident/decision.ts';
import { insteadOfLost, wantRoom } from '../../../domain/incident/room/room-loss.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';
import { chatMustWork } from '../drill/chat-must-work.ts';
import { bringRoomBack } from './bring-room-back.ts';

/** Nobody said what to do about a lost room: a new one is made. One that was put away is opened again if it can be. */
export async function recoverRoom(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const incident = await loadIncident(desk, id);
  if (incident) chatMustWork(desk, incident);
  const wasPutAway = incident?.room.state === 'archived';
  const isBack = wasPutAway && (await bringRoomBack(desk, incident, incidentAskedByDesk(desk))) === 'back';
  await changeIncident(
    desk,
    id,
    (now) => {
      const as = insteadOfLost(now);
      return isBack || as === undefined ? nothingFollows : wantRoom(now, as, incidentAskedByDesk(desk));
    },
    { fired: timer },
  );
}
