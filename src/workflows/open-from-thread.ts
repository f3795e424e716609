import { type Desk, isTeam } from '../desk.ts';
import type { ChatMessage, MessageId, PersonId } from '../domain/chat-event.ts';
import { openTicket, subjectOf, ticketMessage } from '../domain/ticket/conversation.ts';
import type { TicketMessage } from '../domain/ticket/ticket.ts';
import type { Instant } from '../domain/time.ts';
import type { Door } from '../domain/words.ts';
import type { InboxOutcome } from '../store-port.ts';
import { askedBy, createTicket } from './change-ticket.ts';

/**
 * Somebody points at a message and says "this is a ticket". The thread's first message is the request, the rest its
 * story. The message is read from chat before anything is written: the event itself holds no words to save, and it
 * stays in the inbox until the reading has worked.
 */
export async function openFromThread(
  desk: Desk,
  ask: {
    readonly message: MessageId;
    /** The message itself, when the platform sent it along. */
    readonly known?: ChatMessage;
    readonly door: Door;
    readonly by: PersonId;
    readonly at: Instant;
  },
): Promise<InboxOutcome> {
  const already = await ticketAt(desk, ask.known?.thread ?? ask.message);
  if (already) return { outcome: 'joined', ticket: already };
  const story = await readStory(desk, ask.known?.thread ?? ask.message);
  const messages = story.length > 0 ? story : ask.known ? [ask.known] : [];
  const [request] = messages;
  if (!request) return { outcome: 'ignored', reason: 'The message could not be read' };
  const root = await ticketAt(desk, request.thread);
  if (root) return { outcome: 'joined', ticket: root };
  if (request.byApp && messages.every((message) => message.byApp)) {
    return { outcome: 'ignored', reason: 'Written by an app' };
  }
  const id = await desk.store.nextTicketId();
  const people = messages.filter((message) => !message.byApp);
  const requester = (request.byApp ? people[0]?.author : request.author) ?? ask.by;
  const events = openTicket(
    {
      id,
      door: ask.door,
      requester,
      subject: subjectOf(request.text || (request.files[0]?.name ?? '')),
      conversation: { channel: request.place.channel, kind: request.place.kind, thread: request.thread },
      messages: people.map((message) => ticketMessage(message, sideOf(desk, message, requester))),
    },
    askedBy(desk, ask.by, ask.at),
  );
  await createTicket(desk, id, events);
  return { outcome: 'opened', ticket: id };
}

async function ticketAt(desk: Desk, thread: MessageId): Promise<string | undefined> {
  return (await desk.store.tickets({ thread, limit: 1 }))[0]?.id;
}

/** The whole thread; when the message turns out to be a reply, the thread it belongs to. */
async function readStory(desk: Desk, message: MessageId): Promise<readonly ChatMessage[]> {
  const read = await desk.chat.history(message);
  const thread = read[0]?.thread;
  return thread !== undefined && thread !== message && !read.some((one) => one.id === thread)
    ? desk.chat.history(thread)
    : read;
}

/** Agents' words belong to the desk's side, everybody else's to the requester's. */
export function sideOf(desk: Desk, message: ChatMessage, requester: PersonId): TicketMessage['from'] {
  return message.author !== requester && isTeam(desk.people, message.author) ? 'desk' : 'requester';
}
