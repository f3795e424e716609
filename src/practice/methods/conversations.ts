import { newRoom, type Room } from '../server/room.ts';
import {
  addRoom,
  announceRoom,
  directRoom,
  joinRoom,
  leaveRoom,
  slackConversation,
} from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { flagArg, listArg, neededText, textArg } from './arguments.ts';
import { joinedRoom, personArg, roomArg } from './lookup.ts';
import type { Methods } from './method.ts';
import { pageOf } from './paging.ts';
import { freeName } from './room-names.ts';
import { wantedRooms } from './wanted-rooms.ts';

/** Finding, opening and filling conversations; what changes one is in `room-changes.ts`. */
export const conversationMethods: Methods = {
  'conversations.create': (world, args) => {
    const room = newRoom({
      id: world.ids.next('C'),
      name: freeName(world, textArg(args, 'name') ?? ''),
      kind: flagArg(args, 'is_private') ? 'private' : 'channel',
      creator: world.app.botUser,
      createdAt: world.clock.now(),
      members: [world.app.botUser],
    });
    addRoom(world, room);
    announceRoom(world, room, { what: 'created', by: world.app.botUser });
    return { channel: slackConversation(world, room) };
  },

  'conversations.info': (world, args) => ({ channel: slackConversation(world, roomArg(world, args)) }),

  'conversations.list': (world, args) => {
    const wanted = wantedRooms(world, args).filter(
      (room) => room.kind === 'channel' || room.members.has(world.app.botUser),
    );
    const page = pageOf(wanted, args, { usual: 100, most: 1000 });
    return { channels: page.items.map((room) => slackConversation(world, room)), ...page.next };
  },

  'conversations.members': (world, args) => {
    const page = pageOf([...roomArg(world, args).members], args, { usual: 100, most: 1000 });
    return { members: page.items, ...page.next };
  },

  'conversations.open': (world, args) => {
    const channel = textArg(args, 'channel');
    if (channel) return { channel: slackConversation(world, roomArg(world, args)) };
    const users = listArg(args, 'users');
    if (users.length === 0) throw new SlackRefusal('users_list_not_supplied');
    if (users.some((user) => !world.people.has(user))) throw new SlackRefusal('user_not_found');
    const room = users.length === 1 ? directRoom(world, users[0] ?? '') : groupRoom(world, users);
    const shape = flagArg(args, 'return_im') ? slackConversation(world, room) : { id: room.id };
    return { channel: shape };
  },

  'conversations.join': (world, args) => {
    const room = roomArg(world, args);
    if (room.archived) throw new SlackRefusal('is_archived');
    if (room.kind !== 'channel') throw new SlackRefusal('method_not_supported_for_channel_type');
    const already = room.members.has(world.app.botUser);
    joinRoom(world, room, { person: world.app.botUser });
    return { channel: slackConversation(world, room), ...(already && { warning: 'already_in_channel' }) };
  },

  'conversations.leave': (world, args) => {
    const room = roomArg(world, args);
    if (!room.members.has(world.app.botUser)) return { not_in_channel: true };
    if (room.name === 'general') throw new SlackRefusal('cant_leave_general');
    leaveRoom(world, room, { person: world.app.botUser, by: world.app.botUser });
    return {};
  },

  'conversations.invite': (world, args) => {
    const room = joinedRoom(world, args);
    if (room.archived) throw new SlackRefusal('is_archived');
    const users = listArg(args, 'users');
    if (users.length === 0) throw new SlackRefusal('no_user');
    const refused = users.flatMap((user) => inviteProblem(world, room, user));
    if (refused.length > 0 && !flagArg(args, 'force')) {
      const same = refused.every(({ error }) => error === refused[0]?.error);
      throw new SlackRefusal(same ? (refused[0]?.error ?? 'no_user') : 'user_not_found', { errors: refused });
    }
    const kept = users.filter((user) => !refused.some((one) => one.user === user));
    for (const person of kept) joinRoom(world, room, { person, inviter: world.app.botUser });
    return { channel: slackConversation(world, room), ...(refused.length > 0 && { errors: refused }) };
  },

  'conversations.kick': (world, args) => {
    const room = joinedRoom(world, args);
    const { id } = personArg(world, { user: neededText(args, 'user', 'user_not_found') });
    if (id === world.app.botUser) throw new SlackRefusal('cant_kick_self');
    if (!room.members.has(id)) throw new SlackRefusal('not_in_channel');
    leaveRoom(world, room, { person: id, by: world.app.botUser });
    return {};
  },
};

function inviteProblem(world: World, room: Room, user: string): { user: string; ok: false; error: string }[] {
  const refuse = (error: string) => [{ user, ok: false as const, error }];
  if (user === world.app.botUser) return refuse('cant_invite_self');
  const person = world.people.get(user);
  if (!person || person.deleted) return refuse('user_not_found');
  if (person.restricted) return refuse('user_is_restricted');
  return room.members.has(user) ? refuse('already_in_channel') : [];
}

function groupRoom(world: World, users: readonly string[]): Room {
  const members = [world.app.botUser, ...users];
  const name = `mpdm-${members.join('-').toLowerCase()}-1`;
  const known = world.rooms.get(world.roomNames.get(name) ?? '');
  if (known) return known;
  const createdAt = world.clock.now();
  const room = newRoom({
    id: world.ids.next('G'),
    name,
    kind: 'group',
    creator: world.app.botUser,
    createdAt,
    members,
  });
  addRoom(world, room);
  return room;
}
