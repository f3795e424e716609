import { z } from 'zod';
import type { ChatMessage } from '../../../domain/chat-event.ts';
import { fromMessageId } from '../ids.ts';
import type { InboundContext } from '../inbound/context.ts';
import { isSpoken, SlackMessage, toChatMessage } from '../inbound/slack-message.ts';
import type { SlackDesk } from './slack-desk.ts';

const Replies = z.object({
  messages: z.array(SlackMessage),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

/** Slack's advised page; apps with the strict limit get 15 a page. */
const pageSize = 200;
const mostPages = 20;

/** A thread from its first message on, oldest first. Messages of the desk are in it, as those of an app. */
export async function threadHistory(
  desk: SlackDesk,
  thread: string,
  context: InboundContext,
): Promise<readonly ChatMessage[]> {
  const { channel, ts } = fromMessageId(thread);
  const byTs = new Map<string, ChatMessage>();
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const args = { channel, ts, limit: pageSize, ...(cursor && { cursor }) };
    const answer = await desk.call('conversations.replies', args, Replies);
    for (const message of answer.messages.filter(isSpoken)) {
      const said = toChatMessage(message, { channel }, context);
      // The first message comes again on every page.
      if (said) byTs.set(message.ts, said);
    }
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return [...byTs.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, message]) => message);
}
