import type { PracticePerson } from '../control.ts';
import type { Message } from '../server/message.ts';
import type { Room } from '../server/room.ts';
import { directRoom } from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { type Args, neededText } from './arguments.ts';

/** The conversation an argument names by id, as far as the bot can see it. */
export function roomArg(world: World, args: Args, name = 'channel'): Room {
  return seenRoom(world, neededText(args, name, 'channel_not_found'));
}

/** A conversation the bot is a member of. */
export function joinedRoom(world: World, args: Args, name = 'channel'): Room {
  const room = roomArg(world, args, name);
  if (!room.members.has(world.app.botUser)) throw new SlackRefusal('not_in_channel');
  return room;
}

/** Where a message may be posted: by id, by `#name`, or to a person; never into an archive. */
export function postableRoom(world: World, args: Args): Room {
  const named = neededText(args, 'channel', 'channel_not_found');
  const room = world.people.has(named) ? directRoom(world, named) : seenRoom(world, idOf(world, named));
  if (room.archived) throw new SlackRefusal('is_archived');
  const mayPost = room.members.has(world.app.botUser) || world.app.scopes.includes('chat:write.public');
  if (!mayPost) throw new SlackRefusal('not_in_channel');
  return room;
}

/** A public message of a room, named by its timestamp. */
export function messageArg(world: World, args: Args, names = { channel: 'channel', ts: 'ts' }): Message {
  const room = roomArg(world, args, names.channel);
  const message = room.byTs.get(neededText(args, names.ts, 'message_not_found'));
  if (!message || message.deleted) throw new SlackRefusal('message_not_found');
  return message;
}

export function personArg(world: World, args: Args, name = 'user'): PracticePerson {
  const person = world.people.get(neededText(args, name, 'user_not_found'));
  if (!person) throw new SlackRefusal('user_not_found');
  return person;
}

function seenRoom(world: World, id: string): Room {
  const room = world.rooms.get(id);
  const seen = room && (room.kind === 'channel' || room.members.has(world.app.botUser));
  if (!seen) throw new SlackRefusal('channel_not_found');
  return room;
}

function idOf(world: World, named: string): string {
  return world.roomNames.get(named.replace(/^#/, '')) ?? named;
}
