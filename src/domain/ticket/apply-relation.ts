import type { Status } from '../words.ts';
import { byAt, type ChangesOf, inOrder, outdateDrafts, without } from './change.ts';
import { givenBack, lowered, raisedBy, takenOn } from './merged-work.ts';
import type { Ticket } from './ticket.ts';

/** What happens between tickets. */
export const relationChanges: ChangesOf<
  | 'merged'
  | 'unmerged'
  | 'absorbed'
  | 'released_merged'
  | 'split'
  | 'linked'
  | 'copy_recognised'
  | 'copy_seen'
> = {
  merged: (ticket, event) => ({
    ...ticket,
    status: 'closed',
    merged: { into: event.into, was: ticket.status, ...byAt(event) },
  }),
  unmerged: (ticket, { at }) => {
    const { was, at: from } = ticket.merged ?? { was: 'new' as const, at };
    return {
      ...without(ticket, 'merged'),
      unmergedAt: at,
      unmerges: [...(ticket.unmerges ?? []), { from, to: at }],
      status: was === 'new' ? working(ticket) : was,
    };
  },
  absorbed: (ticket, { ticket: source, conversation, messages, waitingSince, severity, assignee, at }) => {
    const told = { ...ticket, messages: inOrder([...ticket.messages, ...messages]) };
    if (ticket.absorbed.some((entry) => entry.ticket === source)) {
      return {
        ...told,
        absorbed: ticket.absorbed.map((entry) =>
          // Words written before the merge may come after it.
          entry.ticket === source && waitingSince !== undefined ? { waitingSince, ...entry } : entry,
        ),
      };
    }
    const entry = {
      ticket: source,
      at,
      conversation,
      was: ticket.status,
      ...(waitingSince === undefined ? {} : { waitingSince }),
      ...(severity === undefined ? {} : { severity }),
      ...(assignee === undefined ? {} : { assignee }),
    };
    return takenOn(raisedBy({ ...told, absorbed: [...ticket.absorbed, entry] }, entry), entry);
  },
  released_merged: (ticket, { ticket: source, at }) => {
    const entry = ticket.absorbed.find((known) => known.ticket === source);
    const left = {
      ...ticket,
      messages: ticket.messages.filter((message) => message.origin !== source),
      absorbed: ticket.absorbed.filter((known) => known.ticket !== source),
      unmerges: [...(ticket.unmerges ?? []), { from: entry?.at ?? at, to: at }],
    };
    return entry ? givenBack(lowered(left), entry) : left;
  },
  split: (ticket, event) => ({
    ...ticket,
    messages: ticket.messages.filter((known) => !event.messages.some((message) => message.id === known.id)),
    drafts: outdateDrafts(ticket),
    links: [...ticket.links, { ticket: event.into, kind: 'split', ...byAt(event) }],
  }),
  copy_recognised: (ticket, { of, earlier }) =>
    of === undefined ? without(ticket, 'copyOf') : { ...ticket, copyOf: { ticket: of, earlier } },
  copy_seen: (ticket, event) => ({ ...ticket, copies: [...(ticket.copies ?? []), event.ticket] }),
  linked: (ticket, event) => ({
    ...ticket,
    links: [...ticket.links, { ticket: event.ticket, kind: event.kind, ...byAt(event) }],
  }),
};

function working(ticket: Ticket): Status {
  return ticket.assignee || ticket.firstRespondedAt ? 'open' : 'new';
}
