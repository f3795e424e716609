import type { Desk } from '../desk.ts';
import type { ChatEventOf, MessageId } from '../domain/chat-event.ts';
import { deleteMessage, editMessage } from '../domain/ticket/conversation.ts';
import type { Asked, Decision } from '../domain/ticket/decision.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { InboxOutcome } from '../store-port.ts';
import { askedBy, changeTicket } from './change-ticket.ts';
import { takeInKeptDeletion, takeInKeptEdit } from './incident/room/take-in-talk.ts';

/** A message was edited: the ticket keeps the new words and the old ones. */
export async function takeInEdit(desk: Desk, event: ChatEventOf<'message_edited'>): Promise<InboxOutcome> {
  const { message } = event;
  const kept = await takeInKeptEdit(desk, event);
  if (kept) return kept;
  const edit = { message: message.id, text: message.text, files: message.files };
  return changeWherever(desk, message.thread, askedBy(desk, message.author, event.at), (ticket, asked) =>
    editMessage(ticket, edit, asked),
  );
}

/** A message was deleted: its words go, the fact stays. */
export async function takeInDeletion(
  desk: Desk,
  event: ChatEventOf<'message_deleted'>,
): Promise<InboxOutcome> {
  const kept = await takeInKeptDeletion(desk, event);
  if (kept) return kept;
  const asked: Asked = event.by
    ? askedBy(desk, event.by, event.at)
    : { by: 'desk', role: 'desk', at: event.at };
  return changeWherever(desk, event.thread, asked, (ticket) => deleteMessage(ticket, event.id, asked));
}

/** Every ticket that holds the thread: a merged message stands in two, a split thread belongs to two. */
async function changeWherever(
  desk: Desk,
  thread: MessageId,
  asked: Asked,
  decide: (ticket: Ticket, asked: Asked) => Decision,
): Promise<InboxOutcome> {
  const found = await desk.store.tickets({ thread });
  let changedTicket: string | undefined;
  for (const summary of found) {
    const changed = await changeTicket(desk, summary.id, (ticket) => decide(ticket, asked));
    if (changed.outcome === 'unknown_ticket') continue;
    if (changed.outcome === 'changed') changedTicket = summary.id;
    // Also when this ticket knew already: the desk may have stopped between the two.
    if (changed.ticket.merged) {
      await changeTicket(desk, changed.ticket.merged.into, (ticket) => decide(ticket, asked));
    }
  }
  if (changedTicket !== undefined) return { outcome: 'joined', ticket: changedTicket };
  return { outcome: 'ignored', reason: 'Not part of a ticket' };
}
