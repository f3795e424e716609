import { z } from 'zod';
import { toDeskId } from '../ids.ts';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { EventStamp, stamped } from './event-stamp.ts';

const Changed = z.object({
  type: z.string().regex(/^(?:channel|group)_(?:archive|unarchive|rename|deleted)$/),
  channel: z.union([
    z.string().min(1),
    z.object({ id: z.string().min(1), name: z.string().min(1).optional() }),
  ]),
  user: z.string().nullish(),
  actor_id: z.string().nullish(),
  event_ts: EventStamp,
});

const changes = {
  archive: 'archived',
  unarchive: 'unarchived',
  rename: 'renamed',
  deleted: 'deleted',
} as const;

/** A channel was archived, brought back, renamed or deleted. What the desk did itself is nothing new to it. */
export function channelChanged(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const { type, channel, user, actor_id, event_ts } = Changed.parse(event);
  const what = Object.entries(changes).find(([word]) => type.endsWith(`_${word}`))?.[1];
  if (what === undefined) return { ignored: type };
  const by = user || actor_id || undefined;
  if (by === context.botUserId) return { ignored: `own ${type}` };
  const { id, name } = typeof channel === 'string' ? { id: channel, name: undefined } : channel;
  return {
    event: {
      type: 'channel_changed',
      ...stamped({ natural: `${what}:${id}`, event_ts }, envelope, context),
      change: what,
      channel: toDeskId(id),
      ...(what === 'renamed' && name !== undefined && { name }),
      ...(by !== undefined && { by: toDeskId(by) }),
    },
  };
}
