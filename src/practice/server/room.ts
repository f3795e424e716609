import type { Message } from './message.ts';
import { stampMicros } from './stamps.ts';

/** A conversation with what was said in it. */
export type Room = {
  readonly id: string;
  name: string;
  readonly kind: 'channel' | 'private' | 'direct' | 'group';
  topic: string;
  purpose: string;
  archived: boolean;
  readonly members: Set<string>;
  readonly creator: string;
  readonly createdAt: number;
  /** Top-level messages and broadcast replies, oldest first. */
  readonly timeline: Message[];
  readonly byTs: Map<string, Message>;
  readonly ephemerals: Map<string, Message>;
  readonly bookmarks: Map<string, Record<string, unknown>>;
  canvasId: string | undefined;
};

export type NewRoom = Pick<Room, 'id' | 'name' | 'kind' | 'creator' | 'createdAt'> & {
  members: Iterable<string>;
  topic?: string;
  archived?: boolean;
};

export function newRoom(given: NewRoom): Room {
  return {
    topic: '',
    archived: false,
    ...given,
    purpose: '',
    members: new Set(given.members),
    timeline: [],
    byTs: new Map(),
    ephemerals: new Map(),
    bookmarks: new Map(),
    canvasId: undefined,
  };
}

/** Puts a message where it belongs: the timeline, its thread, or both for a broadcast reply. */
export function placeMessage(room: Room, message: Message): void {
  room.byTs.set(message.ts, message);
  if (message.root) insertByTime(message.root.replies, message);
  if (!message.root || message.subtype === 'thread_broadcast') insertByTime(room.timeline, message);
}

export function takeMessageOut(room: Room, message: Message): void {
  room.byTs.delete(message.ts);
  removeByTime(room.timeline, message);
  if (message.root) removeByTime(message.root.replies, message);
}

/** Index of the first message at or after a time in microseconds. */
export function firstAtOrAfter(messages: readonly Message[], micros: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const message = messages[middle];
    if (message && stampMicros(message.ts) < micros) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insertByTime(messages: Message[], message: Message): void {
  const last = messages.at(-1);
  if (!last || last.ts < message.ts) messages.push(message);
  else messages.splice(firstAtOrAfter(messages, stampMicros(message.ts)), 0, message);
}

function removeByTime(messages: Message[], message: Message): void {
  const index = firstAtOrAfter(messages, stampMicros(message.ts));
  if (messages[index] === message) messages.splice(index, 1);
}
