import type { PracticeChannel } from '../control.ts';
import { announce, announceIn } from './events.ts';
import { postMessage } from './messages.ts';
import { newRoom, type Room } from './room.ts';
import type { World } from './world.ts';

type Shape = Record<string, unknown>;

/** A conversation as Slack's API shows it. */
export function slackConversation(world: World, room: Room): Shape {
  const created = Math.floor(room.createdAt / 1000);
  const common = { id: room.id, created, context_team_id: world.team.id, is_org_shared: false };
  const flags = {
    is_channel: room.kind === 'channel',
    is_group: room.kind === 'private',
    is_im: room.kind === 'direct',
  };
  if (room.kind === 'direct') {
    return {
      ...common,
      ...flags,
      is_archived: false,
      user: otherMember(world, room),
      is_user_deleted: false,
      priority: 0,
    };
  }
  return {
    ...common,
    ...flags,
    name: room.name,
    name_normalized: room.name,
    is_mpim: room.kind === 'group',
    is_private: room.kind !== 'channel',
    is_archived: room.archived,
    is_general: room.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: room.members.has(world.app.botUser),
    creator: room.creator,
    topic: { value: escaped(room.topic), creator: '', last_set: 0 },
    purpose: { value: escaped(room.purpose), creator: '', last_set: 0 },
    num_members: room.members.size,
    ...(room.canvasId !== undefined && { properties: canvasProperties(room.canvasId) }),
  };
}

/** A conversation as the practice page shows it. */
export function practiceChannel(world: World, room: Room): PracticeChannel {
  const kind = room.kind === 'group' ? 'private' : room.kind;
  const name =
    room.kind === 'direct' ? (world.people.get(otherMember(world, room))?.realName ?? room.name) : room.name;
  const { id, topic, archived } = room;
  const canvas = world.canvases.get(room.canvasId ?? '');
  const bookmarks = [...room.bookmarks.values()].map(({ title, link }) => ({
    title: String(title),
    link: String(link),
  }));
  return {
    id,
    name,
    kind,
    topic,
    archived,
    members: [...room.members],
    ...(bookmarks.length > 0 && { bookmarks }),
    ...(canvas && { canvas: { title: canvas.title, markdown: canvas.markdown } }),
  };
}

export function addRoom(world: World, room: Room): void {
  world.rooms.set(room.id, room);
  if (room.kind === 'direct') world.directRooms.set(otherMember(world, room), room.id);
  else world.roomNames.set(room.name, room.id);
  showRoom(world, room);
}

export function showRoom(world: World, room: Room): void {
  world.changes.publish({ type: 'channel', channel: practiceChannel(world, room) });
}

/** The direct conversation of a person with the bot, opened when there is none. */
export function directRoom(world: World, person: string): Room {
  const known = world.rooms.get(world.directRooms.get(person) ?? '');
  if (known) return known;
  const room = newRoom({
    id: world.ids.next('D'),
    name: person,
    kind: 'direct',
    creator: person,
    createdAt: world.clock.now(),
    members: [person, world.app.botUser],
  });
  addRoom(world, room);
  return room;
}

/** Puts a person into a room, with the line and the event Slack makes of it. */
export function joinRoom(world: World, room: Room, who: { person: string; inviter?: string }): void {
  if (room.members.has(who.person)) return;
  room.members.add(who.person);
  showRoom(world, room);
  const kind = room.kind === 'channel' ? 'channel' : 'group';
  postMessage(world, room, {
    user: who.person,
    subtype: `${kind}_join`,
    text: `<@${who.person}> has joined the channel`,
  });
  announceIn(world, room, {
    type: 'member_joined_channel',
    user: who.person,
    channel: room.id,
    channel_type: kind === 'channel' ? 'C' : 'G',
    team: world.team.id,
    ...(who.inviter && { inviter: who.inviter }),
    event_ts: world.stamps.next(),
  });
}

/** Takes a person out of a room. That it was the bot itself is told under another name, as in Slack. */
export function leaveRoom(world: World, room: Room, who: { person: string; by: string }): void {
  const kind = room.kind === 'channel' ? 'channel' : 'group';
  const place = { channel: room.id, event_ts: world.stamps.next() };
  if (who.person === world.app.botUser) {
    announceIn(world, room, { type: `${kind}_left`, actor_id: who.by, ...place });
  } else {
    const letter = kind === 'channel' ? 'C' : 'G';
    const member = { user: who.person, team: world.team.id, channel_type: letter };
    announceIn(world, room, { type: 'member_left_channel', ...member, ...place });
  }
  room.members.delete(who.person);
  showRoom(world, room);
}

/** Tells of a change to the room itself, under the name Slack has for its kind. */
export function announceRoom(
  world: World,
  room: Room,
  { what, by }: { what: 'archive' | 'unarchive' | 'rename' | 'created' | 'deleted'; by: string },
): void {
  const prefix = room.kind === 'channel' ? 'channel' : 'group';
  const created = Math.floor(room.createdAt / 1000);
  const whole = what === 'rename' || what === 'created';
  const channel = whole ? { id: room.id, name: room.name, created, creator: room.creator } : room.id;
  const event = {
    type: `${prefix}_${what}`,
    channel,
    ...(what !== 'rename' && actorOf(`${prefix}_${what}`, by)),
    event_ts: world.stamps.next(),
  };
  if (room.kind === 'channel') announce(world, event, room.id);
  else if (what !== 'created') announceIn(world, room, event);
}

/** Slack names whoever did it under one of two names, or not at all. */
function actorOf(type: string, by: string): Shape {
  if (type === 'channel_deleted') return {};
  return type === 'group_unarchive' || type === 'group_deleted' ? { actor_id: by } : { user: by };
}

function canvasProperties(id: string): Shape {
  const tab = { id: 'Ct0CANVAS', label: '', type: 'channel_canvas', data: { file_id: id, shared_ts: '' } };
  return { canvas: { file_id: id, is_empty: false, quip_thread_id: id }, tabs: [tab] };
}

/** Slack tells topics escaped, as it does messages. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function otherMember(world: World, room: Room): string {
  for (const member of room.members) if (member !== world.app.botUser) return member;
  return world.app.botUser;
}
