import type { SeedMessage } from './practice-options.ts';
import { newMessage } from './server/message.ts';
import { placeMessage, type Room } from './server/room.ts';
import type { World } from './server/world.ts';

/** Puts earlier messages into their channels without telling the desk of them. */
export function seedMessages(world: World, seed: readonly SeedMessage[]): void {
  const stamps = new Map<string, string>();
  const inOrder = [...seed].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const said of inOrder) {
    const room = seedRoom(world, said.channel);
    const root =
      said.thread === undefined ? undefined : room.byTs.get(stamps.get(`${room.id} ${said.thread}`) ?? '');
    if (said.thread !== undefined && !root)
      throw new Error(`No message of ${said.thread} to answer in ${said.channel}.`);
    const message = newMessage({
      channel: room.id,
      ts: freeStamp(world, room, Date.parse(said.at)),
      user: said.user,
      botId: said.user === world.app.botUser ? world.app.botId : undefined,
      text: said.text,
      root,
    });
    placeMessage(room, message);
    stamps.set(`${room.id} ${said.at}`, message.ts);
  }
}

function seedRoom(world: World, channel: string): Room {
  const room =
    world.rooms.get(channel) ?? world.rooms.get(world.roomNames.get(channel.replace(/^#/, '')) ?? '');
  if (!room) throw new Error(`No channel ${channel} for an earlier message.`);
  return room;
}

function freeStamp(world: World, room: Room, ms: number): string {
  let at = ms;
  while (room.byTs.has(world.stamps.at(at))) at += 1;
  return world.stamps.at(at);
}
