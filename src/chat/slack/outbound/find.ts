import { z } from 'zod';
import type { Post, Posted } from '../../../ports.ts';
import { fromMessageId } from '../ids.ts';
import { postEventType, postedAt } from './post.ts';
import { otherRoom, roomOf } from './room.ts';
import type { SlackDesk } from './slack-desk.ts';

const Metadata = z.object({ event_type: z.string(), event_payload: z.object({ key: z.string() }) });
const Page = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: z.unknown().optional() })),
  has_more: z.boolean().nullish(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

/** Some apps get 15 messages a call whatever they ask for; pages make up for it. */
const pageSize = 100;
const channelPages = 3;
/** Threads are told from the oldest on, so the latest stands on the last page. */
const threadPages = 50;

/** Looks for the post with this key: among the latest of a channel, or in all of a thread. */
export async function findPost(
  desk: SlackDesk,
  post: Pick<Post, 'key' | 'channel' | 'thread'>,
): Promise<Posted | undefined> {
  const channel = await roomOf(desk, post.channel);
  const thread = post.thread === undefined ? undefined : fromMessageId(post.thread).ts;
  const pages = thread === undefined ? channelPages : threadPages;
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const answer = await desk.call(
      thread === undefined ? 'conversations.history' : 'conversations.replies',
      {
        channel,
        ...(thread !== undefined && { ts: thread }),
        limit: pageSize,
        include_all_metadata: true,
        ...(cursor && { cursor }),
      },
      Page,
    );
    const match = answer.messages.find((message) => keyOf(message.metadata) === post.key);
    if (match) {
      const posted = await postedAt(desk, { channel, ts: match.ts, thread });
      return { ...posted, ...otherRoom(post.channel, channel) };
    }
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return undefined;
  }
  return undefined;
}

/** Other apps put other things there. */
function keyOf(metadata: unknown): string | undefined {
  const ours = Metadata.safeParse(metadata);
  return ours.success && ours.data.event_type === postEventType ? ours.data.event_payload.key : undefined;
}
