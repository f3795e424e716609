import { z } from 'zod';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { deleted } from './deleted.ts';
import { edited } from './edited.ts';
import { namesUser } from './plain-text.ts';
import { isOwn, isSpoken, SlackMessage, toChatMessage } from './slack-message.ts';

const Subtyped = z.object({ subtype: z.string().optional() });
const Spoken = SlackMessage.extend({ channel: z.string(), channel_type: z.string().optional() });

/**
 * An event `message` or `app_mention`. A mention in a channel arrives as both, with different event ids; the second
 * key, made of team, channel and timestamp, says that they are one.
 */
export function message(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const { subtype } = Subtyped.parse(event);
  if (subtype === 'message_changed') return edited(event, envelope, context);
  if (subtype === 'message_deleted') return deleted(event, envelope, context);
  if (!isSpoken({ subtype })) return { ignored: `message.${subtype}` };
  const slack = Spoken.parse(event);
  if (isOwn(slack, { ...context, appId: envelope.api_app_id })) return { ignored: 'own message' };
  const said = toChatMessage(slack, { channel: slack.channel, channelType: slack.channel_type }, context);
  if (!said) return { ignored: 'message without an author' };
  const team = envelope.context_team_id ?? envelope.team_id ?? 'team';
  return {
    event: {
      type: 'message',
      keys: [`event:${envelope.event_id}`, `message:${team}/${slack.channel}/${slack.ts}`],
      at: said.at,
      message: said,
      mentionsDesk: namesUser(slack.text ?? '', context.botUserId),
    },
  };
}
