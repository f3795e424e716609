import type { Desk } from '../src/desk.ts';
import type { ChatEventOf } from '../src/domain/chat-event.ts';
import type { InboxOutcome } from '../src/store-port.ts';
import { takeInChannelChange, takeInMember } from '../src/workflows/incident/room/take-in-room.ts';
import { takeInKeeping } from '../src/workflows/incident/room/take-in-talk.ts';

type RoomEvent = ChatEventOf<'pinned' | 'membership' | 'channel_changed'>;

const elsewhere: InboxOutcome = { outcome: 'ignored', reason: 'Not in a war room' };

/** Something happened in or to a channel: news for the incident whose room it is, and for nobody else. */
export async function takeInRoomEvent(desk: Desk, event: RoomEvent): Promise<InboxOutcome> {
  switch (event.type) {
    case 'pinned':
      // What is in the log stays there when the pin goes.
      return event.change === 'pinned'
        ? ((await takeInKeeping(desk, event, 'pinned')) ?? elsewhere)
        : elsewhere;
    case 'membership':
      return takeInMember(desk, event);
    case 'channel_changed':
      return takeInChannelChange(desk, event);
  }
}
