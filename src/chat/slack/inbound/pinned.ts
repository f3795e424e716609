import { z } from 'zod';
import { toDeskId, toMessageId } from '../ids.ts';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { EventStamp, Stamp, stamped } from './event-stamp.ts';
import { placeOf } from './place.ts';

const Pin = z.object({
  type: z.enum(['pin_added', 'pin_removed']),
  user: z.string().min(1),
  channel_id: z.string().min(1),
  event_ts: EventStamp,
  item: z.object({ type: z.string(), message: z.object({ ts: Stamp }).nullish() }),
});

/** `pin_added` and `pin_removed`. What the desk pins itself is nothing new to it. */
export function pinned(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const { type, user, channel_id: channel, event_ts, item } = Pin.parse(event);
  if (!item.message) return { ignored: `${type} of what is no message` };
  if (user === context.botUserId) return { ignored: 'own pin' };
  const { ts } = item.message;
  const change = type === 'pin_added' ? 'pinned' : 'unpinned';
  return {
    event: {
      type: 'pinned',
      ...stamped({ natural: `${change}:${channel}/${ts}/${user}`, event_ts }, envelope, context),
      change,
      by: toDeskId(user),
      message: toMessageId({ channel, ts }),
      place: placeOf(channel, { kindOf: context.kindOf }),
    },
  };
}
