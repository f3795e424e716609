import type { MessageId } from '../chat-event.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import { may } from './permission.ts';
import { isLive, type linkKinds, type Ticket } from './ticket.ts';

/**
 * Puts this ticket into another one. Only tickets of the same requester or account: what is answered in the one is
 * said in the threads of both. First step of two; `absorb` on the other ticket is the second.
 */
export function mergeInto(ticket: Ticket, target: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'relate')) return { refused: 'not_allowed' };
  if (ticket.id === target.id) return { refused: 'same_ticket' };
  if (ticket.merged) return ticket.merged.into === target.id ? nothing : { refused: 'merged' };
  if (target.merged) return { refused: target.merged.into === ticket.id ? 'circular' : 'merged' };
  if (!isLive(target)) return { refused: 'closed' };
  if (!shareAudience(ticket, target)) return { refused: 'other_account' };
  return { events: [{ type: 'merged', into: target.id, ...stamp(asked) }] };
}

/** The requesters of both may read the same answers. */
export function shareAudience(one: Ticket, other: Ticket): boolean {
  if (one.requester === other.requester) return true;
  return one.account !== undefined && one.account.id === other.account?.id;
}

/** Takes the merge back. */
export function unmerge(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'relate')) return { refused: 'not_allowed' };
  if (!ticket.merged) return { refused: 'not_merged' };
  return { events: [{ type: 'unmerged', from: ticket.merged.into, ...stamp(asked) }] };
}

/** Second step of a merge, repeated whenever the merged ticket has new messages. */
export function absorb(target: Ticket, source: Ticket, asked: Asked): Decision {
  if (source.merged?.into !== target.id) return nothing;
  const known = new Set(target.messages.map((message) => message.id));
  const messages = source.messages
    .filter((message) => !known.has(message.id))
    .map((message) => ({ ...message, origin: source.id }));
  const first = !target.absorbed.some((entry) => entry.ticket === source.id);
  if (!first && messages.length === 0) return nothing;
  const reopened =
    isLive(target) || !messages.some((message) => message.from === 'requester')
      ? []
      : [{ type: 'reopened' as const, reason: `New message in ${source.id}`, ...stamp(asked) }];
  return {
    events: [
      ...reopened,
      { type: 'absorbed', ticket: source.id, conversation: source.conversation, messages, ...stamp(asked) },
    ],
  };
}

/** Second step of taking a merge back. */
export function releaseMerged(target: Ticket, source: string, asked: Asked): Decision {
  if (!target.absorbed.some((entry) => entry.ticket === source)) return nothing;
  return { events: [{ type: 'released_merged', ticket: source, ...stamp(asked) }] };
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
  if (known.length === 0 || known.length < split.messages.length) return { refused: 'no_such_message' };
  const left = ticket.messages.filter(
    (message) => message.from === 'requester' && !split.messages.includes(message.id),
  );
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
