import type { Desk } from '../src/desk.ts';
import type { ChatEventOf } from '../src/domain/chat-event.ts';
import type { InboxOutcome } from '../src/store-port.ts';

type RoomEvent = ChatEventOf<'pinned' | 'membership' | 'channel_changed'>;

/** Something happened in or to a channel: news for the incident whose room it is, and for nobody else. */
export async function takeInRoomEvent(_desk: Desk, event: RoomEvent): Promise<InboxOutcome> {
  return { outcome: 'ignored', reason: `Not in a war room: ${event.type}` };
}
