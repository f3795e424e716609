import { z } from 'zod';
import type { ChatMessage } from '../../../domain/chat-event.ts';
import { Refused } from '../../../domain/errors.ts';
import { fromMessageId } from '../ids.ts';
import { isSpoken, SlackMessage, toChatMessage } from '../inbound/slack-message.ts';
import type { RoomDesk } from './room-desk.ts';

const Messages = z.object({ messages: z.array(SlackMessage) });

const unreadable = ['channel_not_found', 'not_in_channel', 'message_not_found', 'thread_not_found'];

/** One message as it is now, wherever in a channel it stands. */
export async function readMessage(desk: RoomDesk, id: string): Promise<ChatMessage | undefined> {
  const { channel, ts } = fromMessageId(id);
  const only = { channel, latest: ts, oldest: ts, inclusive: true };
  try {
    const top = (await desk.call('conversations.history', { ...only, limit: 1 }, Messages)).messages;
    // The history of a channel does not have what stands in its threads.
    const found =
      messageAt(top, ts) ??
      messageAt((await desk.call('conversations.replies', { ...only, ts }, Messages)).messages, ts);
    return found && isSpoken(found) ? toChatMessage(found, { channel }, await desk.context()) : undefined;
  } catch (error) {
    if (error instanceof Refused && unreadable.includes(error.code)) return undefined;
    throw error;
  }
}

function messageAt(messages: readonly SlackMessage[], ts: string): SlackMessage | undefined {
  return messages.find((message) => message.ts === ts);
}
