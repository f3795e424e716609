import type { Message } from '../server/message.ts';
import { listedMessage } from '../server/message-shapes.ts';
import { firstAtOrAfter } from '../server/room.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import { stampMicros } from '../server/stamps.ts';
import { type Args, flagArg, neededText, numberArg, textArg } from './arguments.ts';
import { joinedRoom } from './lookup.ts';
import type { Methods } from './method.ts';

/** Reading back what was said: newest first for a channel, oldest first for a thread. */
export const historyMethods: Methods = {
  'conversations.history': (world, args) => {
    const room = joinedRoom(world, args);
    const { from, to } = bounds(room.timeline, args);
    const cursor = cursorAt(args);
    const end = cursor === undefined ? to : Math.min(to, firstAtOrAfter(room.timeline, cursor) + 1);
    const start = Math.max(from, end - limitOf(args));
    const messages = room.timeline.slice(start, end).reverse();
    return {
      messages: messages.map((message) => listedMessage(world, message, metadataWish(args))),
      pin_count: 0,
      ...nextPage(start > from ? room.timeline[start - 1] : undefined),
    };
  },

  'conversations.replies': (world, args) => {
    const room = joinedRoom(world, args);
    const named = room.byTs.get(neededText(args, 'ts', 'thread_not_found'));
    const root = named?.root ?? named;
    if (!root) throw new SlackRefusal('thread_not_found');
    const { from, to } = bounds(root.replies, args);
    const cursor = cursorAt(args);
    const start = cursor === undefined ? from : Math.max(from, firstAtOrAfter(root.replies, cursor));
    const end = Math.min(to, start + Math.max(1, limitOf(args) - 1));
    // Slack repeats the root on every page.
    const messages = [root, ...root.replies.slice(start, end)];
    return {
      messages: messages.map((message) => listedMessage(world, message, metadataWish(args))),
      ...nextPage(end < to ? root.replies[end] : undefined),
    };
  },
};

/** Indices `from` (included) to `to` (not included) that `oldest`, `latest` and `inclusive` leave. */
function bounds(messages: readonly Message[], args: Args): { from: number; to: number } {
  const inclusive = flagArg(args, 'inclusive');
  const oldest = stampArg(args, 'oldest', 'invalid_ts_oldest');
  const latest = stampArg(args, 'latest', 'invalid_ts_latest');
  const from = oldest === undefined ? 0 : firstAtOrAfter(messages, inclusive ? oldest : oldest + 1);
  const to =
    latest === undefined ? messages.length : firstAtOrAfter(messages, inclusive ? latest + 1 : latest);
  return { from, to: Math.max(from, to) };
}

function stampArg(args: Args, name: string, code: string): number | undefined {
  const text = textArg(args, name);
  if (!text || text === 'now') return undefined;
  const micros = stampMicros(text);
  if (Number.isNaN(micros)) throw new SlackRefusal(code);
  return micros;
}

function limitOf(args: Args): number {
  const limit = numberArg(args, 'limit') ?? 100;
  if (limit < 1) throw new SlackRefusal('invalid_limit');
  return Math.min(999, limit);
}

function nextPage(next: Message | undefined): Record<string, unknown> {
  if (!next) return { has_more: false };
  const cursor = Buffer.from(`next_ts:${stampMicros(next.ts)}`).toString('base64');
  return { has_more: true, response_metadata: { next_cursor: cursor } };
}

function cursorAt(args: Args): number | undefined {
  const cursor = textArg(args, 'cursor');
  if (!cursor) return undefined;
  const match = /^next_ts:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (!match) throw new SlackRefusal('invalid_cursor');
  return Number(match[1]);
}

function metadataWish(args: Args): 'metadata' | 'no metadata' {
  return flagArg(args, 'include_all_metadata') ? 'metadata' : 'no metadata';
}
