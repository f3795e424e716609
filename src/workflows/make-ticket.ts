import type { Desk } from '../desk.ts';
import type { ChatEvent, PersonId } from '../domain/chat-event.ts';
import { standingMessage } from '../domain/intake.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Instant } from '../domain/time.ts';
import { askedBy, loadTicket } from './change-ticket.ts';
import { openFromMessage } from './open-ticket.ts';

/**
 * A message that was put aside becomes a ticket after all, with the words it has now. Doing it twice gives the same
 * ticket. `unknown`: the journal has no such message; `deleted`: its author took it back.
 */
export async function makeTicketOf(
  desk: Desk,
  number: number,
  who: { readonly by: PersonId; readonly at: Instant },
): Promise<Ticket | 'unknown' | 'deleted'> {
  const [entry] = await desk.store.intake({ number, limit: 1 });
  if (entry?.event.type !== 'message') return 'unknown';
  const { message } = entry.event;
  const [known] = await desk.store.tickets({ thread: message.thread, limit: 1 });
  if (known) return (await loadTicket(desk, known.id)) ?? 'unknown';
  const standing = standingMessage(message, await heardSince(desk, number));
  if (!standing) return 'deleted';
  return openFromMessage(desk, standing, { door: 'journal', asked: askedBy(desk, who.by, who.at) });
}

const page = 200;

/** Everything heard after the entry with this number. */
async function heardSince(desk: Desk, number: number): Promise<readonly ChatEvent[]> {
  const heard: ChatEvent[] = [];
  let before: number | undefined;
  for (;;) {
    const entries = await desk.store.intake({ limit: page, ...(before === undefined ? {} : { before }) });
    heard.push(...entries.filter((entry) => entry.number > number).map((entry) => entry.event));
    before = entries.at(-1)?.number;
    if (before === undefined || before <= number) return heard;
  }
}
