import { SlackRefusal } from '../server/slack-refusal.ts';
import { type Args, numberArg, textArg } from './arguments.ts';

/** One page of a list, with Slack's cursor to the next in `response_metadata`. */
export function pageOf<T>(
  items: readonly T[],
  args: Args,
  sizes: { usual: number; most: number },
): { items: T[]; next: { response_metadata: { next_cursor: string } } } {
  const size = Math.min(sizes.most, Math.max(1, numberArg(args, 'limit') || sizes.usual));
  const start = readCursor(textArg(args, 'cursor'));
  const end = start + size;
  const nextCursor = end < items.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), next: { response_metadata: { next_cursor: nextCursor } } };
}

function readCursor(cursor: string | undefined): number {
  if (!cursor) return 0;
  const match = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (!match) throw new SlackRefusal('invalid_cursor');
  return Number(match[1]);
}
