import { z } from 'zod';
import type { Place } from '../../../domain/chat-event.ts';
import { toDeskId } from '../ids.ts';
import type { InboundContext, Translated } from './context.ts';
import { placeOf } from './place.ts';
import { plainText } from './plain-text.ts';

const Command = z.object({
  command: z.string().min(1),
  text: z.string().optional(),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

/** A slash command. Slack's markup of people and channels in it is undone (the manifest asks for it). */
export function command(body: unknown, context: InboundContext): Translated {
  const slack = Command.parse(body);
  const by = toDeskId(slack.user_id);
  const named = kindOfName(slack.channel_name);
  const place = placeOf(slack.channel_id, { kindOf: (channel) => named ?? context.kindOf(channel) });
  return {
    event: {
      type: 'command',
      keys: [`command:${slack.trigger_id}`],
      at: context.now,
      name: slack.command.replace(/^\//, ''),
      text: plainText(slack.text ?? '', context.nameOf).trim(),
      by,
      place,
      handle: {
        person: by,
        channel: place.channel,
        trigger: slack.trigger_id,
        ...(slack.response_url !== undefined && { respond: slack.response_url }),
      },
    },
  };
}

/** Places without a name of their own carry one of these words instead. */
function kindOfName(name: string | undefined): Place['kind'] | undefined {
  if (name === 'directmessage') return 'direct';
  if (name === 'privategroup') return 'private';
  return name?.startsWith('mpdm-') ? 'group' : undefined;
}
