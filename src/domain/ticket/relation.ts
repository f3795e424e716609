import type { MessageId } from '../chat-event.ts';
import { isChatter } from '../intake.ts';
import { waitingSince } from '../sla/response-runs.ts';
import type { Instant } from '../time.ts';
import { wakeUp } from './conversation.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import type { TicketEvent } from './event.ts';
import { may } from './permission.ts';
import { isLive, type linkKinds, requesterMessages, type Ticket, type TicketMessage } from './ticket.ts';

/**
 * Puts this ticket into another one. Only tickets of the same requester or account: what is answered in the one is
 * said in the threads of both. First step of two; `absorb` on the other ticket is the second.
 */
export function mergeInto(ticket: Ticket, target: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'relate')) return { refused: 'not_allowed' };
  if (ticket.id === target.id) return { refused: 'same_ticket' };
  if (ticket.merged) return ticket.merged.into === target.id ? nothing : { refused: 'merged' };
  if (target.merged) return { refused: target.merged.into === ticket.id ? 'circular' : 'merged' };
  if (ticket.absorbed.length > 0) return { refused: 'holds_others' };
  if (!isLive(target)) return { refused: 'closed' };
  if (ticket.incident && ticket.incident.incident !== target.incident?.incident)
    return { refused: 'in_incident' };
  if (!shareAudience(ticket, target)) return { refused: 'other_account' };
  return { events: [{ type: 'merged', into: target.id, ...stamp(asked) }] };
}

/** Who answers in the thread of a merged ticket takes the one it is worked in. */
function takenByAnswer(ticket: Ticket, said: readonly TicketMessage[], at: Instant): readonly TicketEvent[] {
  const answer = said.find((message) => message.from === 'desk');
  const isFree = isLive(ticket) && ticket.assignee === undefined;
  return answer && isFree ? [{ type: 'claimed', by: answer.author, at }] : [];
}

/** The requesters of both may read the same answers. */
export function shareAudience(one: Ticket, other: Ticket): boolean {
  if (one.requester === other.requester) return true;
  return one.account !== undefined && one.account.id === other.account?.id;
}

/** Takes the merge back. What the requester wrote meanwhile counts as written now. */
export function unmerge(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'relate')) return { refused: 'not_allowed' };
  if (!ticket.merged) return { refused: 'not_merged' };
  const { at: since, was, into } = ticket.merged;
  const spoke = ticket.messages.some((message) => message.at > since && isRequest(message));
  const before: Ticket = { ...ticket, status: was };
  delete before.merged;
  return {
    events: [{ type: 'unmerged', from: into, ...stamp(asked) }, ...(spoke ? wakeUp(before, asked.at) : [])],
  };
}

/** Second step of a merge, repeated whenever the merged ticket has new messages. */
export function absorb(target: Ticket, source: Ticket, asked: Asked): Decision {
  if (source.merged?.into !== target.id || target.merged) return nothing;
  const known = new Set(target.messages.map((message) => message.id));
  const messages = source.messages
    .filter((message) => !known.has(message.id))
    .map((message) => ({ ...message, origin: source.id }));
  const entry = target.absorbed.find(({ ticket }) => ticket === source.id);
  if (entry && messages.length === 0) return nothing;
  const since = waitingSince(source);
  const cameAlong = since !== undefined && since <= (entry?.at ?? asked.at);
  return {
    events: [
      {
        type: 'absorbed',
        ticket: source.id,
        conversation: source.conversation,
        messages,
        ...(cameAlong ? { waitingSince: since } : {}),
        ...(entry ? {} : workedAs(source)),
        ...stamp(asked),
      },
      ...(messages.some(isRequest) ? wakeUp(target, asked.at) : []),
      ...(entry ? takenByAnswer(target, messages, asked.at) : []),
    ],
  };
}

/** What the other ticket keeps of this one: what is grave stays grave, and who knows the matter goes on with it. */
function workedAs({ merged, triage, assignee }: Ticket) {
  if (!merged || !isLive({ status: merged.was })) return {};
  return {
    ...(triage ? { severity: triage.severity } : {}),
    ...(assignee ? { assignee: assignee.person } : {}),
  };
}

function isRequest(message: TicketMessage): boolean {
  return message.from === 'requester' && !message.deleted && !isChatter(message.text, message.files.length);
}

/** Second step of taking a merge back. */
export function releaseMerged(target: Ticket, source: string, asked: Asked): Decision {
  const entry = target.absorbed.find((known) => known.ticket === source);
  if (!entry) return nothing;
  const released: TicketEvent = { type: 'released_merged', ticket: source, ...stamp(asked) };
  const waitsAgain = entry.was === 'pending' && target.status === 'open' && !movedSince(target, entry.at);
  return { events: waitsAgain ? [released, { type: 'waiting', ...stamp(asked) }] : [released] };
}

/** Something of the ticket's own happened since, so that it would not be waiting for the requester any more. */
function movedSince(target: Ticket, at: Instant): boolean {
  return (
    target.replies.some((reply) => reply.at > at) ||
    target.messages.some(
      (message) => message.origin === undefined && message.at > at && isRequest(message),
    ) ||
    (target.escalation?.at ?? '') > at ||
    target.reopened.some((reopening) => reopening.at > at)
  );
}

/** Moves some of the requester's messages into a new ticket with a given id. First step of two. */
export function splitTicket(
  ticket: Ticket,
  split: { readonly into: string; readonly messages: readonly MessageId[] },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'relate')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  const known = ticket.messages.filter((message) => split.messages.includes(message.id));
  if (known.length < split.messages.length) return { refused: 'no_such_message' };
  if (!known.some((message) => message.from === 'requester' && !message.deleted)) {
    return { refused: 'no_such_message' };
  }
  const left = requesterMessages(ticket).filter((message) => !split.messages.includes(message.id));
  if (left.length === 0) return { refused: 'all_messages' };
  return { events: [{ type: 'split', into: split.into, messages: known, ...stamp(asked) }] };
}

/** Notes that two tickets belong together. Both sides are told; the other by a second step. */
export function linkTicket(
  ticket: Ticket,
  link: { readonly ticket: string; readonly kind: (typeof linkKinds)[number] },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'relate')) return { refused: 'not_allowed' };
  if (link.ticket === ticket.id) return { refused: 'same_ticket' };
  if (ticket.links.some((known) => known.ticket === link.ticket)) return nothing;
  return { events: [{ type: 'linked', ...link, ...stamp(asked) }] };
}
