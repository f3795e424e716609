import { z } from 'zod';
import { toDeskId } from '../ids.ts';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { EventStamp, stamped } from './event-stamp.ts';
import { placeOf } from './place.ts';

const Member = z.object({
  type: z.enum(['member_joined_channel', 'member_left_channel']),
  user: z.string().min(1),
  channel: z.string().min(1),
  channel_type: z.string().nullish(),
  event_ts: EventStamp,
});
const Left = z.object({
  type: z.enum(['channel_left', 'group_left']),
  channel: z.string().min(1),
  event_ts: EventStamp,
});

/** `member_joined_channel` and `member_left_channel`, of anybody, the desk itself too. */
export function membership(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const { type, user, channel, channel_type, event_ts } = Member.parse(event);
  // Private channels made since 2021 are told as `C` too, so only the other letter says something.
  const known = { type: channel_type === 'G' ? 'group' : undefined, kindOf: context.kindOf };
  const change = type === 'member_joined_channel' ? 'joined' : 'left';
  return {
    event: {
      type: 'membership',
      ...stamped({ natural: `${change}:${channel}/${user}`, event_ts }, envelope, context),
      change,
      person: toDeskId(user),
      isDesk: user === context.botUserId,
      place: placeOf(channel, known),
    },
  };
}

/** `channel_left` and `group_left`: the desk itself was taken out, which is told under these names alone. */
export function deskLeft(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const { type, channel, event_ts } = Left.parse(event);
  const user = context.botUserId;
  return {
    event: {
      type: 'membership',
      ...stamped({ natural: `left:${channel}/${user}`, event_ts }, envelope, context),
      change: 'left',
      person: toDeskId(user),
      isDesk: true,
      place: placeOf(channel, {
        type: type === 'group_left' ? 'group' : undefined,
        kindOf: context.kindOf,
      }),
    },
  };
}
