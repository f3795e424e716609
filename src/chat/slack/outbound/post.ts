import { z } from 'zod';
import { Refused } from '../../../domain/errors.ts';
import type { Post, Posted } from '../../../ports.ts';
import { anyAnswer } from '../call-slack.ts';
import { fromMessageId, permalink, toMessageId } from '../ids.ts';
import { toMessageContent } from './payload.ts';
import { sentInSomeShape } from './plain-payload.ts';
import { otherRoom, roomOf } from './room.ts';
import { namesFor, type SlackDesk } from './slack-desk.ts';

/** Marks the desk's own posts, so that a post can be found by its key. */
export const postEventType = 'muster_post';

const PostMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  message: z.object({ thread_ts: z.string().optional() }).nullish(),
});

/**
 * Says one message. Never repeats a call that may have worked: whoever retries looks the key up first. Only what Slack
 * refused because of its blocks is said again in plain words.
 */
export async function postCard(desk: SlackDesk, post: Post): Promise<Posted> {
  const names = await namesFor(desk, post.card.blocks);
  const thread = post.thread === undefined ? undefined : fromMessageId(post.thread).ts;
  const { card } = post;
  const place = {
    channel: await roomOf(desk, post.channel),
    ...(thread !== undefined && { thread_ts: thread }),
  };
  const said = await sentInSomeShape(
    { content: toMessageContent(card, names, desk.log), card, names },
    (content) =>
      desk.call(
        'chat.postMessage',
        {
          ...place,
          ...content,
          metadata: metadataOf(post.key),
          unfurl_links: false,
          unfurl_media: false,
        },
        PostMessage,
      ),
  );
  // Slack shows an answer to a deleted message in the channel, outside any thread, and reports success.
  if (thread !== undefined && said.message && said.message.thread_ts !== thread) {
    await desk.call('chat.delete', { channel: said.channel, ts: said.ts }, anyAnswer);
    throw new Refused('The thread is gone: its first message was deleted.', 'thread_gone');
  }
  const posted = await postedAt(desk, { channel: said.channel, ts: said.ts, thread });
  return { ...posted, ...otherRoom(post.channel, said.channel) };
}

/** Changes a message in place. */
export async function updateCard(desk: SlackDesk, id: string, post: Post): Promise<void> {
  const names = await namesFor(desk, post.card.blocks);
  const { card } = post;
  await sentInSomeShape({ content: toMessageContent(card, names, desk.log), card, names }, (content) =>
    desk.call('chat.update', { ...fromMessageId(id), ...content, metadata: metadataOf(post.key) }, anyAnswer),
  );
}

export async function postedAt(
  desk: SlackDesk,
  place: { channel: string; ts: string; thread: string | undefined },
): Promise<Posted> {
  const { workspaceUrl } = await desk.me();
  const { channel, ts, thread } = place;
  return {
    id: toMessageId({ channel, ts }),
    ...(workspaceUrl !== undefined && {
      link: permalink(workspaceUrl, { channel, ts, ...(thread !== undefined && { thread }) }),
    }),
  };
}

function metadataOf(key: string) {
  return { event_type: postEventType, event_payload: { key } };
}
