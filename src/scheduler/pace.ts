import type { ChannelId } from '../domain/chat-event.ts';
import { type Instant, instant, minute, second } from '../domain/time.ts';

/** One allowance: `burst` at once, then one every `everyMs`. */
export type Allowance = { readonly everyMs: number; readonly burst: number };

/**
 * How fast the desk may talk, from docs.slack.dev/apis/web-api/rate-limits: about one post a second in a channel with
 * short bursts, several hundred posts a minute in a workspace, and chat.update in tier 3 (50 a minute, counted for the
 * workspace). Each figure leaves a little for the calls people cause directly.
 */
export const slackPace = {
  channelPosts: { everyMs: second, burst: 3 },
  channelUpdates: { everyMs: minute / 50, burst: 10 },
  workspacePosts: { everyMs: minute / 300, burst: 20 },
  workspaceUpdates: { everyMs: minute / 50, burst: 40 },
} satisfies Record<string, Allowance>;

export type PaceTable = Readonly<Record<keyof typeof slackPace, Allowance>>;

/** Says when the next post or update may go out, and is told of each one that does. */
export type Pace = {
  /** The moment from which a post to the channel is allowed; not later than `now` when it is allowed at once. */
  postFrom(channel: ChannelId, now: Instant): Instant;
  updateFrom(channel: ChannelId, now: Instant): Instant;
  /** The moment from which any post at all is allowed. */
  anyPostFrom(now: Instant): Instant;
  posted(channel: ChannelId, now: Instant): void;
  updated(channel: ChannelId, now: Instant): void;
};

export function createPace(table: PaceTable): Pace {
  const posts = createMeter(table.channelPosts);
  const updates = createMeter(table.channelUpdates);
  const allPosts = createMeter(table.workspacePosts);
  const allUpdates = createMeter(table.workspaceUpdates);
  return {
    postFrom: (channel, now) => latest(posts.from(channel, now), allPosts.from('', now)),
    updateFrom: (channel, now) => latest(updates.from(channel, now), allUpdates.from('', now)),
    anyPostFrom: (now) => instant(allPosts.from('', now)),
    posted(channel, now) {
      posts.take(channel, now);
      allPosts.take('', now);
    },
    updated(channel, now) {
      updates.take(channel, now);
      allUpdates.take('', now);
    },
  };
}

/** For benches and tests: as fast as the platform answers. */
export const noPace: Pace = {
  postFrom: (_channel, now) => now,
  updateFrom: (_channel, now) => now,
  anyPostFrom: (now) => now,
  posted: () => undefined,
  updated: () => undefined,
};

/** A token bucket kept as one number per name: the moment at which the bucket will be full again. */
function createMeter(allowance: Allowance) {
  const fullAt = new Map<string, number>();
  let latestSeen = 0;
  const look = (now: Instant): number => {
    const at = Date.parse(now);
    // A wall clock that was set back must not silence a channel until it has caught up.
    if (at < latestSeen - minute) fullAt.clear();
    latestSeen = at;
    return at;
  };
  return {
    from(name: string, now: Instant): number {
      const at = look(now);
      return Math.max(at, (fullAt.get(name) ?? 0) - (allowance.burst - 1) * allowance.everyMs);
    },
    take(name: string, now: Instant) {
      const at = look(now);
      fullAt.set(name, Math.max(fullAt.get(name) ?? 0, at) + allowance.everyMs);
    },
  };
}

function latest(a: number, b: number): Instant {
  return instant(Math.max(a, b));
}
