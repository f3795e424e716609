import type { Room } from '../server/room.ts';
import type { World } from '../server/world.ts';
import { type Args, flagArg, textArg } from './arguments.ts';

const typeNames = {
  channel: 'public_channel',
  private: 'private_channel',
  direct: 'im',
  group: 'mpim',
} as const;

/** The rooms that `types` and `exclude_archived` ask for. */
export function wantedRooms(world: World, args: Args): Room[] {
  const types = (textArg(args, 'types') || 'public_channel').split(',').map((type) => type.trim());
  const withoutArchived = flagArg(args, 'exclude_archived');
  return [...world.rooms.values()].filter(
    (room) => types.includes(typeNames[room.kind]) && !(withoutArchived && room.archived),
  );
}
