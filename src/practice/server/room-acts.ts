import { postMessage } from './messages.ts';
import type { Room } from './room.ts';
import { announceRoom, showRoom } from './rooms.ts';
import type { World } from './world.ts';

/** What can be done to a channel as such, by the desk or by a person: it is shown, noted and told. */
export function archiveRoom(world: World, room: Room, by: string): void {
  noteRoom(world, room, { by, subtype: 'archive', text: 'archived the channel' });
  room.archived = true;
  showRoom(world, room);
  announceRoom(world, room, { what: 'archive', by });
}

export function unarchiveRoom(world: World, room: Room, by: string): void {
  room.archived = false;
  showRoom(world, room);
  announceRoom(world, room, { what: 'unarchive', by });
}

export function renameRoom(world: World, room: Room, { name, by }: { name: string; by: string }): void {
  world.roomNames.delete(room.name);
  world.roomNames.set(name, room.id);
  noteRoom(world, room, {
    by,
    subtype: 'name',
    text: `has renamed the channel from "${room.name}" to "${name}"`,
  });
  room.name = name;
  showRoom(world, room);
  announceRoom(world, room, { what: 'rename', by });
}

/** Nothing of the channel is left, its name neither. */
export function deleteRoom(world: World, room: Room, by: string): void {
  announceRoom(world, room, { what: 'deleted', by });
  world.rooms.delete(room.id);
  world.roomNames.delete(room.name);
  world.changes.publish({ type: 'channel_removed', id: room.id });
}

/** The grey line Slack writes into a channel when it changes. */
export function noteRoom(
  world: World,
  room: Room,
  { by, subtype, text }: { by: string; subtype: string; text: string },
): void {
  const prefix = room.kind === 'channel' ? 'channel' : 'group';
  postMessage(world, room, { user: by, subtype: `${prefix}_${subtype}`, text: `<@${by}> ${text}` });
}
