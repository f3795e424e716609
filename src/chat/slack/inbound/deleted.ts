import { z } from 'zod';
import { instantOf, toMessageId } from '../ids.ts';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { placeOf } from './place.ts';
import { isOwn, isSpoken, SlackMessage } from './slack-message.ts';

const Deleted = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  deleted_ts: z.string(),
  previous_message: SlackMessage.partial({ ts: true }).nullish(),
});

/** `message_deleted`. Slack does not say who deleted it. */
export function deleted(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const slack = Deleted.parse(event);
  const before = slack.previous_message;
  if (before && isOwn(before, { ...context, appId: envelope.api_app_id })) return { ignored: 'own message' };
  // Clearing a tombstone away is not a second deletion, and nobody had said a join or a topic.
  if (before && !isSpoken(before)) return { ignored: `message_deleted.${before.subtype}` };
  return deletion(
    {
      channel: slack.channel,
      channelType: slack.channel_type,
      ts: slack.deleted_ts,
      thread: before?.thread_ts ?? slack.deleted_ts,
      at: slack.ts,
    },
    envelope,
    context,
  );
}

/** The event of a deletion, whichever way Slack told it. */
export function deletion(
  gone: { channel: string; channelType: string | undefined; ts: string; thread: string; at: string },
  envelope: Envelope,
  context: InboundContext,
): Translated {
  const { channel, ts } = gone;
  return {
    event: {
      type: 'message_deleted',
      keys: [`event:${envelope.event_id}`, `delete:${channel}/${ts}`],
      at: instantOf(gone.at),
      id: toMessageId({ channel, ts }),
      thread: toMessageId({ channel, ts: gone.thread }),
      place: placeOf(channel, { type: gone.channelType, kindOf: context.kindOf }),
    },
  };
}
