import type { Desk } from '../desk.ts';
import type { PersonId } from '../domain/chat-event.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Instant } from '../domain/time.ts';
import { askedBy, loadTicket } from './change-ticket.ts';
import { openFromMessage } from './open-ticket.ts';

/** A message that was put aside becomes a ticket after all. Doing it twice gives the same ticket. */
export async function makeTicketOf(
  desk: Desk,
  number: number,
  who: { readonly by: PersonId; readonly at: Instant },
): Promise<Ticket | undefined> {
  const [entry] = await desk.store.intake({ number, limit: 1 });
  if (entry?.event.type !== 'message') return undefined;
  const { message } = entry.event;
  const [known] = await desk.store.tickets({ thread: message.thread, limit: 1 });
  if (known) return loadTicket(desk, known.id);
  return openFromMessage(desk, message, { door: 'journal', asked: askedBy(desk, who.by, who.at) });
}
