import type { PracticePerson, PracticeRequests } from '../control.ts';
import { actingPerson, visibleMessage, visibleRoom } from './people.ts';
import { pinMessage, unpinMessage } from './pinning.ts';
import type { Room } from './room.ts';
import { archiveRoom, deleteRoom, renameRoom, unarchiveRoom } from './room-acts.ts';
import { isRoomName } from './room-name.ts';
import { joinRoom, leaveRoom } from './rooms.ts';
import { ControlRefusal } from './slack-refusal.ts';
import type { World } from './world.ts';

type Request<Route extends keyof PracticeRequests> = PracticeRequests[Route];

/** Pins the message, or takes the pin off. */
export function pin(world: World, request: Request<'/control/pin'>): void {
  const person = actingPerson(world, request.as);
  openRoom(world, request.channel, person);
  const message = visibleMessage(world, request, person);
  if (message.ephemeralTo !== undefined || message.deleted)
    throw new ControlRefusal('This message cannot be pinned.');
  if (!unpinMessage(world, message, person.id)) pinMessage(world, message, person.id);
}

/** A person comes into a public channel, or leaves a channel; or takes somebody else in or out, the desk too. */
export function member(world: World, request: Request<'/control/member'>): void {
  const person = actingPerson(world, request.as);
  const room = openRoom(world, request.channel, person);
  const other = request.person ?? person.id;
  if (!world.people.has(other)) throw new ControlRefusal(`There is nobody with the id ${other}.`);
  if (request.change === 'join') {
    joinRoom(world, room, { person: other, ...(other !== person.id && { inviter: person.id }) });
    return;
  }
  if (!room.members.has(other)) throw new ControlRefusal('This person is not in the channel.');
  if (room.name === 'general') throw new ControlRefusal('Nobody can leave #general.');
  leaveRoom(world, room, { person: other, by: person.id });
}

/** A person archives, brings back, renames or deletes a channel. */
export function channel(world: World, request: Request<'/control/channel'>): void {
  const person = actingPerson(world, request.as);
  const room = visibleRoom(world, request.channel, person);
  if (room.kind !== 'channel' && room.kind !== 'private') throw new ControlRefusal('This is not a channel.');
  switch (request.change) {
    case 'archive':
      if (!room.archived) archiveRoom(world, room, person.id);
      return;
    case 'unarchive':
      if (room.archived) unarchiveRoom(world, room, person.id);
      return;
    case 'delete':
      deleteRoom(world, room, person.id);
      return;
    case 'rename': {
      const name = request.name ?? '';
      if (!isRoomName(name) || world.roomNames.has(name))
        throw new ControlRefusal('A channel cannot take this name.');
      renameRoom(world, room, { name, by: person.id });
    }
  }
}

function openRoom(world: World, id: string, person: PracticePerson): Room {
  const room = visibleRoom(world, id, person);
  if (room.kind === 'direct') throw new ControlRefusal('This is not a channel.');
  if (room.archived) throw new ControlRefusal(`#${room.name} is archived.`);
  return room;
}
