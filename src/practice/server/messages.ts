import { announceEdit, announceIn, announcePost, announceRemoval } from './events.ts';
import { type Message, type NewMessage, newMessage } from './message.ts';
import { practiceMessage, slackMessage } from './message-shapes.ts';
import { placeMessage, type Room, takeMessageOut } from './room.ts';
import type { World } from './world.ts';

export type Post = Omit<NewMessage, 'channel' | 'ts' | 'root'> & {
  threadTs?: string | undefined;
  broadcast?: boolean;
};

/** Says something in a room: it is kept, shown and told to the desk. */
export function postMessage(world: World, room: Room, post: Post): Message {
  const { threadTs, broadcast, ...fields } = post;
  const root = threadTs === undefined ? undefined : threadRoot(room, threadTs);
  const ts = world.stamps.next();
  const message = newMessage({ ...fields, channel: room.id, ts, root });
  if (root && broadcast) message.subtype = 'thread_broadcast';
  placeMessage(room, message);
  showMessage(world, message);
  if (root) showMessage(world, root);
  announcePost(world, room, message);
  return message;
}

/** Says something that one person sees; the desk hears nothing of it. */
export function postEphemeral(world: World, room: Room, post: Post & { ephemeralTo: string }): Message {
  const { threadTs, broadcast: _, ...fields } = post;
  const root = threadTs === undefined ? undefined : threadRoot(room, threadTs);
  const message = newMessage({ ...fields, channel: room.id, ts: world.stamps.next(), root });
  room.ephemerals.set(message.ts, message);
  showMessage(world, message);
  return message;
}

export type Edit = Partial<
  Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata' | 'files' | 'streaming'>
>;

/** Changes a message. An edit by a person or the desk is marked; a stream that grows is not. */
export function editMessage(world: World, message: Message, edit: Edit & { by?: string }): void {
  const { by, ...fields } = edit;
  const before = slackMessage(world, message);
  Object.assign(message, fields);
  if (by !== undefined) message.edited = { user: by, ts: world.stamps.next() };
  showMessage(world, message);
  const room = world.rooms.get(message.channel);
  if (room && message.ephemeralTo === undefined) announceEdit(world, room, { before, now: message });
}

/** Deletes a message. A root with replies stays as a tombstone, and the desk hears of a change, as in Slack. */
export function removeMessage(world: World, message: Message): void {
  const room = world.rooms.get(message.channel);
  if (!room) return;
  if (message.replies.length > 0) {
    leaveTombstone(world, message);
    return;
  }
  message.deleted = true;
  world.changes.publish({ type: 'message_removed', channel: message.channel, ts: message.ts });
  if (message.ephemeralTo !== undefined) {
    room.ephemerals.delete(message.ts);
    return;
  }
  takeMessageOut(room, message);
  announceRemoval(world, room, slackMessage(world, message));
  const { root } = message;
  // The last reply takes the tombstone with it.
  if (root?.deleted && root.replies.length === 0) removeMessage(world, root);
  else if (root) showMessage(world, root);
}

function leaveTombstone(world: World, message: Message): void {
  const before = slackMessage(world, message);
  const room = world.rooms.get(message.channel);
  const content = { text: 'This message was deleted.', blocks: undefined, files: [] };
  Object.assign(message, { ...content, subtype: 'tombstone', deleted: true });
  showMessage(world, message);
  if (room) announceEdit(world, room, { before, now: message });
}

/** Adds a reaction; false when this person already has it there. */
export function addReaction(world: World, message: Message, by: { user: string; name: string }): boolean {
  const users = message.reactions.get(by.name) ?? [];
  if (users.includes(by.user)) return false;
  message.reactions.set(by.name, [...users, by.user]);
  tellReaction(world, message, { type: 'reaction_added', ...by });
  return true;
}

/** Takes a reaction back; false when there is none of this person. */
export function removeReaction(world: World, message: Message, by: { user: string; name: string }): boolean {
  const users = message.reactions.get(by.name) ?? [];
  if (!users.includes(by.user)) return false;
  const left = users.filter((user) => user !== by.user);
  if (left.length > 0) message.reactions.set(by.name, left);
  else message.reactions.delete(by.name);
  tellReaction(world, message, { type: 'reaction_removed', ...by });
  return true;
}

/** Sends the message's present state to whoever watches the workspace. */
export function showMessage(world: World, message: Message): void {
  world.changes.publish({ type: 'message', message: practiceMessage(message) });
}

/** Where a reply goes: nowhere (so: the top level) when its root is unknown or deleted. */
function threadRoot(room: Room, threadTs: string): Message | undefined {
  const named = room.byTs.get(threadTs);
  const root = named?.root ?? named;
  return root?.deleted ? undefined : root;
}

type ReactionEvent = { type: 'reaction_added' | 'reaction_removed'; user: string; name: string };

function tellReaction(world: World, message: Message, { type, user, name }: ReactionEvent): void {
  showMessage(world, message);
  const room = world.rooms.get(message.channel);
  if (!room) return;
  const item = { type: 'message', channel: message.channel, ts: message.ts };
  announceIn(world, room, {
    type,
    user,
    reaction: name,
    item,
    item_user: message.user,
    event_ts: world.stamps.next(),
  });
}
