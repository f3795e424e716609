import { settledUpdates } from './apply-promise.ts';
import { askedIn } from './asked-in.ts';
import { type ChangesOf, inOrder, outdateDrafts } from './change.ts';
import { subjectOf } from './conversation.ts';
import type { Ticket, TicketMessage } from './ticket.ts';

/** What is said with the requester, and who they are. */
export const conversationChanges: ChangesOf<
  'requester_identified' | 'backfilled' | 'message_joined' | 'message_edited' | 'message_deleted'
> = {
  requester_identified: (ticket, { name, email, timezone, account }) => ({
    ...ticket,
    requesterName: name,
    ...(email === undefined ? {} : { requesterEmail: email }),
    ...(timezone === undefined ? {} : { requesterTimezone: timezone }),
    ...(account === undefined ? {} : { account }),
  }),
  backfilled: (ticket, { messages, requester, subject }) => {
    const known = new Set(ticket.messages.map((message) => message.id));
    return {
      ...ticket,
      requester,
      subject,
      messages: inOrder([...messages.filter((message) => !known.has(message.id)), ...ticket.messages]),
    };
  },
  message_joined: (ticket, { message }) => ({
    ...ticket,
    messages: inOrder([...ticket.messages, message]),
    // What was prepared does not know of it.
    ...(askedIn(message) ? settledUpdates(ticket, undefined) : {}),
    ...(message.from === 'desk'
      ? {
          status: ticket.status === 'new' ? ('open' as const) : ticket.status,
          firstRespondedAt: ticket.firstRespondedAt ?? message.at,
        }
      : {}),
  }),
  message_edited: (ticket, { message, text, files, at }) =>
    changeMessage(ticket, message, (known) => ({
      ...known,
      text,
      files,
      edits: [...known.edits, { text: known.text, until: at }],
    })),
  message_deleted: (ticket, { message, at, by }) => {
    const after = changeMessage(ticket, message, (known) => {
      // What it asked is gone; that it asked is part of what was owed.
      const asked = askedIn(known)?.since;
      const deleted = {
        at,
        ...(by === 'desk' ? {} : { by }),
        ...(asked === undefined ? {} : { asked }),
      };
      return { ...known, text: '', files: [], edits: [], deleted };
    });
    const isTheirs = ticket.messages.some((known) => known.id === message && known.from === 'requester');
    // A draft may repeat what was taken back.
    return isTheirs ? { ...after, drafts: outdateDrafts(after) } : after;
  },
};

const subjectOfDeleted = 'Deleted by its author';

function changeMessage(
  ticket: Ticket,
  id: string,
  change: (message: TicketMessage) => TicketMessage,
): Ticket {
  const before = ticket.messages.find((known) => known.id === id);
  if (!before) return ticket;
  const after = change(before);
  // The subject was taken from these words: what is corrected or taken back must not live on in it.
  const isFrom = ticket.subject === subjectOf(wordsOf(before));
  const subject = after.deleted ? subjectOfDeleted : subjectOf(wordsOf(after));
  return {
    ...ticket,
    ...(isFrom ? { subject } : {}),
    messages: ticket.messages.map((known) => (known.id === id ? after : known)),
  };
}

function wordsOf(message: TicketMessage): string {
  return message.text || (message.files[0]?.name ?? '');
}
