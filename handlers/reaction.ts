import type { Desk } from '../src/desk.ts';
import type { ChatEventOf } from '../src/domain/chat-event.ts';
import type { InboxOutcome } from '../src/store-port.ts';
import { openFromThread } from '../src/workflows/open-from-thread.ts';

/** The reactions that make a ticket. */
const ticketEmoji = new Set(['ticket', 'admission_tickets']);

/** 🎫 on a message: the thread it stands in becomes a ticket. */
export async function takeInReaction(desk: Desk, event: ChatEventOf<'reaction'>): Promise<InboxOutcome> {
  if (!ticketEmoji.has(event.emoji)) return { outcome: 'ignored', reason: 'Not a ticket reaction' };
  return openFromThread(desk, { message: event.message, door: 'reaction', by: event.by, at: event.at });
}
