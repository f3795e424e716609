import type { Desk } from '../src/desk.ts';
import type { ChatEventOf } from '../src/domain/chat-event.ts';
import type { InboxOutcome } from '../src/store-port.ts';
import { takeInKeeping } from '../src/workflows/incident/room/take-in-talk.ts';
import { openFromThread } from '../src/workflows/open-from-thread.ts';

/** The reactions that make a ticket. */
const ticketEmoji = new Set(['ticket', 'admission_tickets']);

/** The reactions that keep a message of a war room. */
const keepEmoji = new Set(['pushpin', 'round_pushpin']);

/** 🎫 on a message: the thread it stands in becomes a ticket. 📌 in a war room: the message stays in its log. */
export async function takeInReaction(desk: Desk, event: ChatEventOf<'reaction'>): Promise<InboxOutcome> {
  if (keepEmoji.has(event.emoji)) {
    const kept = await takeInKeeping(desk, event, 'reaction');
    return kept ?? { outcome: 'ignored', reason: 'Not in a war room' };
  }
  if (!ticketEmoji.has(event.emoji)) return { outcome: 'ignored', reason: 'Not a ticket reaction' };
  return openFromThread(desk, { message: event.message, door: 'reaction', by: event.by, at: event.at });
}
