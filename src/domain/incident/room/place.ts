import type { ChannelId, MessageId } from '../../chat-event.ts';
import type { Incident } from '../incident.ts';

/** Where the room is: its channel, or the thread that stands for one; nowhere while there is none. */
export function roomPlace({
  room,
}: Incident): { readonly channel: ChannelId; readonly thread?: MessageId } | undefined {
  if (room.channel === undefined) return undefined;
  if (room.state === 'ready') return { channel: room.channel };
  if (room.state !== 'degraded' || room.thread === undefined) return undefined;
  return { channel: room.channel, thread: room.thread };
}
