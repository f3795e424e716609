import type { ChatFile, ChatMessage, MessageId } from '../chat-event.ts';
import { isChatter } from '../intake.ts';
import { type Instant, millisecondsBetween } from '../time.ts';
import type { Door } from '../words.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import type { TicketEvent } from './event.ts';
import { may } from './permission.ts';
import { type Conversation, isLive, requesterMessages, type Ticket, type TicketMessage } from './ticket.ts';

/** The first line of the request, shortened at a word to at most 100 characters. */
export function subjectOf(text: string): string {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .find((part) => part !== '');
  if (line === undefined) return 'No text';
  if (line.length <= 100) return line;
  return `${line.slice(0, 99).replace(/\s+\S*$/, '')}…`;
}

export function ticketMessage(message: ChatMessage, from: TicketMessage['from']): TicketMessage {
  const { place: _place, byApp: _byApp, ...kept } = message;
  return { ...kept, from, edits: [] };
}

/** Opens a ticket from a request that came through any door. */
export function openTicket(
  request: {
    readonly id: string;
    readonly door: Door;
    readonly requester: string;
    readonly subject: string;
    readonly conversation: Conversation;
    readonly messages: readonly TicketMessage[];
  },
  asked: Asked,
): readonly TicketEvent[] {
  return [{ type: 'opened', ...request, messages: [...request.messages], ...stamp(asked) }];
}

/**
 * A message of the ticket's conversation arrives. The same message twice is one; a requester's message wakes and
 * reopens what was waiting or solved, unless it only says thanks.
 */
export function joinMessage(ticket: Ticket, message: TicketMessage, asked: Asked): Decision {
  if (ticket.messages.some((known) => known.id === message.id)) return nothing;
  const events: TicketEvent[] = [{ type: 'message_joined', message, ...stamp(asked) }];
  if (message.from === 'requester' && !isChatter(message.text, message.files.length)) {
    events.push(...wakeUp(ticket, asked.at));
  }
  if (message.from === 'desk' && isLive(ticket)) events.push(...takenByAnswering(ticket, asked));
  return { events };
}

/** Who answers a ticket that nobody has takes it. */
export function takenByAnswering(ticket: Ticket, asked: Asked): readonly TicketEvent[] {
  const isFree = ticket.assignee === undefined && asked.role !== 'desk' && may(asked.role, 'claim');
  return isFree ? [{ type: 'claimed', ...stamp(asked) }] : [];
}

/** What the requester's words set going again. While a ticket is merged this waits until the merge is taken back. */
export function wakeUp(ticket: Ticket, at: Instant): readonly TicketEvent[] {
  if (ticket.merged) return [];
  const woken: TicketEvent[] = ticket.snooze ? [{ type: 'woken', by: 'desk', at }] : [];
  if (ticket.status === 'pending') return [...woken, { type: 'resumed', by: 'desk', at }];
  if (isLive(ticket)) return woken;
  return [...woken, { type: 'reopened', reason: 'The requester wrote again', by: 'desk', at }];
}

/** True when a later message of the requester belongs to a new, linked ticket instead of this one. */
export function isTooOldToReopen(ticket: Ticket, at: Instant, reopenWithinMs: number): boolean {
  const ended = ticket.closed?.at ?? ticket.solution?.at;
  return (
    !isLive(ticket) &&
    !ticket.merged &&
    ended !== undefined &&
    millisecondsBetween(ended, at) > reopenWithinMs
  );
}

/** A message's words changed. Kept with its earlier versions. */
export function editMessage(
  ticket: Ticket,
  edit: { readonly message: MessageId; readonly text: string; readonly files: readonly ChatFile[] },
  asked: Asked,
): Decision {
  const known = ticket.messages.find((message) => message.id === edit.message);
  if (!known || known.deleted || (known.text === edit.text && sameFiles(known.files, edit.files)))
    return nothing;
  return {
    events: [{ type: 'message_edited', ...edit, files: [...edit.files], ...stamp(asked) }],
  };
}

function sameFiles(known: readonly ChatFile[], now: readonly ChatFile[]): boolean {
  return JSON.stringify(known) === JSON.stringify(now);
}

/** A message was taken back: the words go, the fact stays. */
export function deleteMessage(ticket: Ticket, id: MessageId, asked: Asked): Decision {
  const known = ticket.messages.find((message) => message.id === id);
  if (!known || known.deleted) return nothing;
  return { events: [{ type: 'message_deleted', message: id, ...stamp(asked) }] };
}

/** Words of the requester were taken back since the ticket stood like this. */
export function isTakenBackSince(earlier: Ticket, ticket: Ticket): boolean {
  const standing = new Set(requesterMessages(earlier).map((message) => message.id));
  return ticket.messages.some((message) => message.deleted && standing.has(message.id));
}

/** The last time the desk's side spoke publicly, if it did. */
export function lastPublicAnswer(ticket: Ticket): { by: string; at: Instant; text: string } | undefined {
  const said = [
    ...ticket.replies.map((reply) => ({ by: reply.by, at: reply.at, text: reply.publicText })),
    ...ticket.messages
      .filter((message) => message.from === 'desk')
      .map((message) => ({ by: message.author, at: message.at, text: message.text })),
  ];
  return said.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
}

/** The requester changed or took back their words after the desk had answered. */
export function changedAfterAnswer(ticket: Ticket): boolean {
  const answered = lastPublicAnswer(ticket)?.at;
  if (answered === undefined) return false;
  return requesterChanges(ticket).some((at) => at > answered);
}

function requesterChanges(ticket: Ticket): readonly Instant[] {
  return ticket.messages
    .filter((message) => message.from === 'requester' && message.at < (lastPublicAnswer(ticket)?.at ?? ''))
    .flatMap((message) => [
      ...message.edits.map((edit) => edit.until),
      ...(message.deleted ? [message.deleted.at] : []),
    ]);
}
