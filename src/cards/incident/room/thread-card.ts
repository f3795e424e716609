import type { Incident } from '../../../domain/incident/incident.ts';
import type { TeamCard } from '../../../ports.ts';
import { plain } from '../../text.ts';
import { incidentName } from '../incident-words.ts';

/** The first message of the thread that stands for a room, or the line in it that says where the room is now. */
export function threadCard(incident: Incident): TeamCard {
  const { room } = incident;
  const words = `${incidentName(incident)}: `;
  const line =
    room.state === 'ready' && room.channel !== undefined
      ? [...plain(`${words}the room is there. Go on in `), { channel: room.channel }]
      : plain(`${words}no channel could be made. This thread is the war room; the desk goes on trying.`);
  return { audience: 'team', summary: `${words}the war room`, blocks: [{ type: 'text', lines: [line] }] };
}
