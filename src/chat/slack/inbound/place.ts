import type { Place } from '../../../domain/chat-event.ts';
import { toDeskId } from '../ids.ts';

const kinds: Readonly<Record<string, Place['kind']>> = {
  channel: 'channel',
  group: 'private',
  im: 'direct',
  mpim: 'group',
};

/** Slack's `channel_type` as a kind of place. */
export function kindOfType(channelType: string | undefined): Place['kind'] | undefined {
  return channelType === undefined ? undefined : kinds[channelType];
}

/**
 * The place of an event. Only messages say what type their channel is; for others it is what an earlier message told,
 * or what the id's first letter says (private channels made since 2021 start with C too).
 */
export function placeOf(
  channel: string,
  known: { type?: string | undefined; kindOf: (channel: string) => Place['kind'] | undefined },
): Place {
  const kind = kindOfType(known.type) ?? known.kindOf(channel) ?? kindOfId(channel);
  return { channel: toDeskId(channel), kind };
}

function kindOfId(channel: string): Place['kind'] {
  if (channel.startsWith('D')) return 'direct';
  return channel.startsWith('G') ? 'private' : 'channel';
}
