/** How many seconds a caller must wait, or undefined when the call may go ahead now. */
export type Pace = { ask(method: string, channel: string | undefined): number | undefined };

type Bucket = { left: number; at: number };

// docs.slack.dev/apis/web-api/rate-limits: tiers are "at least" per minute, per method and workspace.
const tier2 = 20;
const tier3 = 50;
const tier4 = 100;
const special = 600;

/** Calls per minute of each method; a method not named here has tier 3. */
const perMinute: Readonly<Record<string, number>> = {
  'api.test': special,
  'auth.test': special,
  'chat.getPermalink': special,
  'assistant.threads.setStatus': special,
  'chat.postMessage': special,
  'chat.postEphemeral': tier4,
  'chat.appendStream': tier4,
  'chat.startStream': tier2,
  'chat.stopStream': tier2,
  'conversations.create': tier2,
  'conversations.archive': tier2,
  'conversations.unarchive': tier2,
  'conversations.rename': tier2,
  'conversations.setTopic': tier2,
  'conversations.setPurpose': tier2,
  'conversations.list': tier2,
  'conversations.canvases.create': tier2,
  'conversations.members': tier4,
  'canvases.create': tier2,
  'bookmarks.add': tier2,
  'bookmarks.edit': tier2,
  'bookmarks.remove': tier2,
  'pins.add': tier2,
  'pins.remove': tier2,
  'usergroups.list': tier2,
  'usergroups.users.list': tier2,
  'users.list': tier2,
  'users.info': tier4,
  'reactions.remove': tier2,
  'emoji.list': tier2,
  'views.open': tier4,
  'views.push': tier4,
  'views.update': tier4,
  'views.publish': tier4,
  'files.info': tier4,
  'files.getUploadURLExternal': tier4,
  'files.completeUploadExternal': tier4,
};

/** One post a second in a channel, "short bursts" allowed; Slack does not say how short. */
const channelBurst = 5;

export function createPace(now: () => number): Pace {
  const buckets = new Map<string, Bucket>();

  const take = (key: string, size: number, perSecond: number): number | undefined => {
    const at = now();
    const bucket = buckets.get(key) ?? { left: size, at };
    bucket.left = Math.min(size, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(key, bucket);
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    bucket.left -= 1;
    return undefined;
  };

  return {
    ask(method, channel) {
      if (method === 'chat.postMessage' && channel !== undefined) {
        const wait = take(`post ${channel}`, channelBurst, 1);
        if (wait !== undefined) return wait;
      }
      const limit = perMinute[method] ?? tier3;
      return take(method, limit, limit / 60);
    },
  };
}

export const noPace: Pace = { ask: () => undefined };
