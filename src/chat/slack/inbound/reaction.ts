import { z } from 'zod';
import { instantOf, toDeskId, toMessageId } from '../ids.ts';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { placeOf } from './place.ts';

const Reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  event_ts: z.string(),
  item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
});

/** `reaction_added`. A skin tone (`+1::skin-tone-3`) is not part of the emoji's meaning. */
export function reaction(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const { user, reaction: name, item, event_ts } = Reaction.parse(event);
  const { channel, ts } = item;
  if (item.type !== 'message' || !channel || !ts) return { ignored: `reaction on a ${item.type}` };
  if (user === context.botUserId) return { ignored: 'own reaction' };
  const emoji = name.split('::')[0] ?? name;
  return {
    event: {
      type: 'reaction',
      keys: [`event:${envelope.event_id}`, `reaction:${channel}/${ts}/${user}/${emoji}/${event_ts}`],
      at: instantOf(event_ts),
      emoji,
      by: toDeskId(user),
      message: toMessageId({ channel, ts }),
      place: placeOf(channel, { kindOf: context.kindOf }),
    },
  };
}
