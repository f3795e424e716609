import { Invalid } from '../../domain/errors.ts';
import { type Instant, instant } from '../../domain/time.ts';

const prefix = 'slack:';

/** A Slack message: where it stands and the timestamp that names it there. */
export type SlackMessageName = { readonly channel: string; readonly ts: string };

/** `U01DANA` → `slack:U01DANA`. For people, bots and channels alike. */
export function toDeskId(slackId: string): string {
  return `${prefix}${slackId}`;
}

export function toMessageId(name: SlackMessageName): string {
  return `${prefix}${name.channel}:${name.ts}`;
}

/** `slack:C01` → `C01`. Throws Invalid for an id another adapter made. */
export function fromDeskId(id: string): string {
  const slackId = id.startsWith(prefix) ? id.slice(prefix.length) : '';
  if (!/^[A-Z0-9]+$/.test(slackId))
    throw new Invalid(`"${id}" is not the id of a person or channel in Slack`);
  return slackId;
}

/** `slack:C01:1700000000.000100` → channel and timestamp. Throws Invalid for anything else. */
export function fromMessageId(id: string): SlackMessageName {
  const match = /^slack:([A-Z0-9]+):(\d+\.\d+)$/.exec(id);
  if (!match?.[1] || !match[2]) throw new Invalid(`"${id}" is not the id of a message in Slack`);
  return { channel: match[1], ts: match[2] };
}

/** Slack's timestamps are seconds with six decimals, as text. */
export function instantOf(ts: string): Instant {
  return instant(Math.floor(Number(ts) * 1000));
}

/** Where a channel opens. */
export function channelLink(workspaceUrl: string, channel: string): string {
  return `${workspaceUrl.replace(/\/$/, '')}/archives/${channel}`;
}

/** The web address Slack gives a message; saves a call of chat.getPermalink for each. */
export function permalink(workspaceUrl: string, message: SlackMessageName & { thread?: string }): string {
  const base = `${channelLink(workspaceUrl, message.channel)}/p${message.ts.replace('.', '')}`;
  if (message.thread === undefined || message.thread === message.ts) return base;
  return `${base}?thread_ts=${message.thread}&cid=${message.channel}`;
}
