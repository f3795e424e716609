import type { Desk } from '../desk.ts';
import type { ChatMessage, PersonId } from '../domain/chat-event.ts';
import { openTicket, subjectOf, ticketMessage } from '../domain/ticket/conversation.ts';
import type { Asked } from '../domain/ticket/decision.ts';
import type { Ticket, TicketMessage } from '../domain/ticket/ticket.ts';
import type { Instant } from '../domain/time.ts';
import type { Door } from '../domain/words.ts';
import type { TimerChange } from '../store-port.ts';
import { createTicket, loadTicket } from './change-ticket.ts';

/** Opens a ticket from a message in chat. The requester is answered in that message's thread. */
export async function openFromMessage(
  desk: Desk,
  message: ChatMessage,
  open: { readonly door: Door; readonly asked: Asked; readonly timers?: readonly TimerChange[] },
): Promise<Ticket> {
  const id = await desk.store.nextTicketId();
  const events = openTicket(
    {
      id,
      door: open.door,
      requester: message.author,
      subject: subjectOf(message.text || (message.files[0]?.name ?? '')),
      conversation: { channel: message.place.channel, kind: message.place.kind, thread: message.thread },
      messages: [ticketMessage(message, 'requester')],
    },
    open.asked,
  );
  return createTicket(desk, id, events, open.timers ? { timers: open.timers } : {});
}

/** Opens a ticket from words that stand in no message: a command or a form. Answered in a direct conversation. */
export async function openFromWords(
  desk: Desk,
  request: {
    readonly door: Door;
    readonly requester: PersonId;
    readonly text: string;
    readonly subject?: string;
    /** Names this request for ever, so that opening it twice gives the same ticket. */
    readonly key: string;
    readonly at: Instant;
  },
  asked: Asked,
): Promise<Ticket> {
  const known = (await desk.store.tickets({ thread: request.key }))[0];
  const opened = known && (await loadTicket(desk, known.id));
  if (opened) return opened;
  const id = await desk.store.nextTicketId();
  const message: TicketMessage = {
    id: request.key,
    thread: request.key,
    author: request.requester,
    text: request.text,
    files: [],
    at: request.at,
    from: 'requester',
    edits: [],
  };
  const events = openTicket(
    {
      id,
      door: request.door,
      requester: request.requester,
      subject: request.subject ?? subjectOf(request.text),
      conversation: { channel: request.requester, kind: 'direct' },
      messages: [message],
    },
    asked,
  );
  return createTicket(desk, id, events);
}
