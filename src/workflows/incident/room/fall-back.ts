import type { Desk } from '../../../desk.ts';
import { nothingFollows } from '../../../domain/incident/decision.ts';
import { blockRoom, degradeRoom, threadKeys } from '../../../domain/incident/room/room-thread.ts';
import { needsRoom } from '../../../domain/incident/room/room-times.ts';
import { saying } from '../../../domain/incident/saying.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncident } from '../change-incident.ts';

/** A room that is not there in time is a thread from now on; a restricted one is none. */
export async function fallBack(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const { channel } = desk.settings.incidents;
  const incident = await loadIncident(desk, id);
  const isOpen = incident?.visibility === 'open' && incident.room.state === 'pending';
  const announced = incident?.messages.announcement;
  // Without a message to put the thread under, it begins with its own; that it stands is what makes it the room.
  const isFirst = incident !== undefined && isOpen && needsRoom(incident) && announced === undefined;
  await changeIncident(
    desk,
    id,
    (now) => {
      const asked = incidentAskedByDesk(desk);
      if (!needsRoom(now)) return nothingFollows;
      if (now.visibility === 'restricted') return blockRoom(now, asked);
      const { announcement } = now.messages;
      if (announcement === undefined) return nothingFollows;
      return degradeRoom(now, { channel: announcement.channel, thread: announcement.id }, asked);
    },
    { fired: timer, outbox: isFirst ? [saying('incident_thread', { add: threadKeys[0], channel })] : [] },
  );
}
