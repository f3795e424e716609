import type { Desk } from '../../../desk.ts';
import { Refused } from '../../../domain/errors.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { bareRoomName, nextRoomName } from '../../../domain/incident/room/room-name.ts';
import type { MadeRoom } from '../../../rooms-port.ts';

/**
 * Makes the channel, once: a name that is taken is ours when this desk made it for this incident (the answer was lost, or
 * the process ended before it was written down), and otherwise the next name is tried. A channel of others is never taken.
 */
export async function makeRoom(desk: Desk, incident: Incident): Promise<MadeRoom> {
  const restricted = incident.visibility === 'restricted' || desk.settings.incidents.rooms === 'private';
  const { name: wanted, former = [] } = incident.room;
  const bare = bareRoomName(incident);
  let base = wanted;
  let name = wanted;
  for (;;) {
    try {
      return await desk.rooms.create({ name, restricted });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 'name_taken') {
        const made = await desk.rooms.findMade({ name, since: incident.declared.at, restricted });
        if (made && !former.some(({ channel }) => channel === made.channel)) return made;
      } else if (!error.code.startsWith('invalid_name')) throw error;
      const next = error.code === 'name_taken' ? nextRoomName(name, base) : undefined;
      if (next === undefined) {
        if (base === bare) throw error;
        base = bare;
      }
      name = next ?? bare;
    }
  }
}
