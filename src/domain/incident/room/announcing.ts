import type { ChannelId } from '../../chat-event.ts';
import type { Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import { roomPlace } from './place.ts';

/** Where it is announced: nowhere when it is restricted or a drill. Once it stands somewhere, it stays there. */
export function announcementChannel(
  { visibility, mode, messages }: Incident,
  { channel }: Pick<IncidentSettings, 'channel'>,
): ChannelId | undefined {
  if (visibility !== 'open' || mode !== 'live') return undefined;
  return messages.announcement?.channel ?? channel;
}

/**
 * Where the desk speaks about it to those who work on it; undefined while there is no such place. A restricted incident has
 * none but a private channel: a thread stands in a channel that others read.
 */
export function speakingPlace(incident: Incident): ReturnType<typeof roomPlace> {
  const place = roomPlace(incident);
  return incident.visibility === 'restricted' && place?.thread !== undefined ? undefined : place;
}
