import { z } from 'zod';
import { toDeskId, toMessageId } from '../ids.ts';
import type { InboundContext, Translated } from './context.ts';
import { SlackMessage, toChatMessage } from './slack-message.ts';

const Shortcut = z.object({
  type: z.enum(['message_action', 'shortcut']),
  callback_id: z.string().min(1),
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: SlackMessage.optional(),
  response_url: z.string().optional(),
});

/** A shortcut used on a message, or from the menu without one. */
export function shortcut(body: unknown, context: InboundContext): Translated {
  const slack = Shortcut.parse(body);
  const by = toDeskId(slack.user.id);
  const channel = slack.channel?.id;
  const about = slack.message;
  const message = about && channel ? toChatMessage(about, { channel }, context) : undefined;
  return {
    event: {
      type: 'shortcut',
      keys: [`shortcut:${slack.trigger_id}`],
      at: context.now,
      name: slack.callback_id,
      by,
      ...(message && { message }),
      handle: {
        person: by,
        trigger: slack.trigger_id,
        ...(channel !== undefined && { channel: toDeskId(channel) }),
        ...(channel !== undefined &&
          about?.thread_ts !== undefined && { thread: toMessageId({ channel, ts: about.thread_ts }) }),
        ...(slack.response_url !== undefined && { respond: slack.response_url }),
      },
    },
  };
}
