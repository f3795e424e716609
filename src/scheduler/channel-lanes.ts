import type { ChannelId } from '../domain/chat-event.ts';
import type { Instant } from '../domain/time.ts';
import type { Pace } from './pace.ts';

/** Which channels may be spoken in: one thing at a time in each, at its pace, and not while it is told to wait. */
export type ChannelLanes = {
  /** Channels to leave out now. */
  busy(now: Instant): ReadonlySet<ChannelId>;
  /** When the first of the waiting channels may be spoken in again. */
  nextAt(now: Instant): Instant | undefined;
  enter(channel: ChannelId): void;
  leave(channel: ChannelId): void;
  hold(channel: ChannelId, until: Instant): void;
};

export function createChannelLanes(pace: Pace): ChannelLanes {
  const speaking = new Set<ChannelId>();
  const heldUntil = new Map<ChannelId, Instant>();
  /** Channels that may have to wait; whoever need not any more is forgotten. */
  const recent = new Set<ChannelId>();

  const freeFrom = (channel: ChannelId, now: Instant): Instant => {
    const held = heldUntil.get(channel) ?? now;
    const paced = pace.postFrom(channel, now);
    if (held > paced) return held;
    return paced;
  };

  return {
    busy(now) {
      const busy = new Set<ChannelId>();
      for (const channel of recent) {
        if (speaking.has(channel) || freeFrom(channel, now) > now) busy.add(channel);
        else {
          recent.delete(channel);
          heldUntil.delete(channel);
        }
      }
      return busy;
    },
    nextAt(now) {
      const waits = [...recent].filter((channel) => !speaking.has(channel));
      return waits.map((channel) => freeFrom(channel, now)).sort()[0];
    },
    enter(channel) {
      speaking.add(channel);
      recent.add(channel);
    },
    leave(channel) {
      speaking.delete(channel);
    },
    hold(channel, until) {
      heldUntil.set(channel, until);
      recent.add(channel);
    },
  };
}
