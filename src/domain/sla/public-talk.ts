import { askedIn } from '../ticket/asked-in.ts';
import type { StatusEntry } from '../ticket/promises.ts';
import { isLive, type PublicReply, type Ticket, type TicketMessage } from '../ticket/ticket.ts';
import { byTime, type Instant } from '../time.ts';
import { isResponse } from './policy.ts';

/** Something that starts or ends what is owed to the requester's side. */
export type Talk = { readonly at: Instant } & (
  | {
      readonly what: 'request';
      readonly name: string;
      /** When it was asked, which may be before it came here by a merge, or late. */
      readonly since: Instant;
    }
  | { readonly what: 'withdrawn'; readonly name: string }
  /** Arrived `at`, but was said for what had been asked by `said`; `by` a rule when it left without a person. */
  | { readonly what: 'answer'; readonly said: Instant; readonly by: 'person' | 'rule' }
  | { readonly what: 'over'; readonly how: 'solved' | 'closed' | 'merged' | 'not_a_request' }
  | { readonly what: 'live' }
);

/**
 * What requesters asked, what they were answered, and when the ticket was over, in order. Thanks ask nothing; a
 * reaction, a note, a claim, a change of status or an update in the desk's words answers nothing; a reply answers when it was
 * delivered.
 */
export function publicTalk(ticket: Ticket): readonly Talk[] {
  const talk: Talk[] = [
    ...requests(ticket),
    ...spokenHere(ticket)
      .filter(({ from, at }) => from === 'desk' && at >= ticket.openedAt)
      .map(({ at }): Talk => ({ at, what: 'answer', said: at, by: 'person' })),
    ...ticket.replies.flatMap((reply): Talk[] => {
      const at = isAnswer(reply) ? arrivedAt(ticket, reply) : undefined;
      const by = reply.rule === undefined ? 'person' : 'rule';
      return at === undefined ? [] : [{ at, what: 'answer', said: reply.at, by }];
    }),
    ...ticket.statusLog.map(
      (entry): Talk =>
        isLive(entry) ? { at: entry.at, what: 'live' } : { at: entry.at, what: 'over', how: howOver(entry) },
    ),
  ];
  return talk.sort((one, other) => byTime(one.at, other.at) || order[one.what] - order[other.what]);
}

const order: Readonly<Record<Talk['what'], number>> = {
  over: 0,
  live: 1,
  request: 2,
  withdrawn: 3,
  answer: 4,
};

/** How a ticket ended; a merge and what was no request ended without a solution. */
export function howOver({ status, why }: StatusEntry): 'solved' | 'closed' | 'merged' | 'not_a_request' {
  if (why === 'merged' || why === 'not_a_request') return why;
  return status === 'solved' ? 'solved' : 'closed';
}

function requests(ticket: Ticket): readonly Talk[] {
  return [
    ...opening(ticket),
    ...spokenHere(ticket).flatMap((message): readonly Talk[] => {
      const asked = message.at > ticket.openedAt ? askedIn(message) : undefined;
      return asked ? request(message.id, { at: asked.since, ...asked }) : [];
    }),
    ...ticket.absorbed.flatMap(({ ticket: source, at, waitingSince: since }) =>
      since === undefined ? [] : request(source, { at, since, ...takenBack(ticket, source, at) }),
    ),
    ...(ticket.disputes ?? []).flatMap(({ at }) => request('dispute', { at, since: at })),
    ...ticket.reopened.flatMap(({ at: since, by }) => {
      const at = backAt(ticket, since);
      // Their own words ask by themselves, unless they came so late that the ticket had ended meanwhile.
      return isTheirs(ticket, by) || (by === 'desk' && at > since) ? request('reopened', { at, since }) : [];
    }),
  ];
}

/** A person made it a ticket: that is the first request, as long as one word stands that was written before. */
function opening(ticket: Ticket): readonly Talk[] {
  const { openedAt: at } = ticket;
  return request('opening', { at, since: at, ...takenBack(ticket, undefined, at) });
}

/** When the last of the words that were written until then, here or in a merged ticket, was deleted, if all are. */
function takenBack(ticket: Ticket, source: string | undefined, upTo: Instant): { readonly until?: Instant } {
  const words = ticket.messages.filter(
    ({ from, at, origin }) => from === 'requester' && origin === source && at <= upTo,
  );
  const deleted = words.flatMap((message) => (message.deleted ? [message.deleted.at] : []));
  const until = deleted.length === words.length ? deleted.sort().at(-1) : undefined;
  return until === undefined ? {} : { until };
}

function request(
  name: string,
  { at, since, until }: { readonly at: Instant; readonly since: Instant; readonly until?: Instant },
): readonly Talk[] {
  const asked: Talk = { at, what: 'request', name, since };
  return until === undefined ? [asked] : [asked, { at: until, what: 'withdrawn', name }];
}

/** What was said before a merge was asked and answered there; the merge carries what was still waited for. */
function spokenHere(ticket: Ticket): readonly TicketMessage[] {
  if (ticket.absorbed.length === 0) return ticket.messages;
  return ticket.messages.filter(({ origin, at }) => {
    const entry = origin === undefined ? undefined : ticket.absorbed.find((known) => known.ticket === origin);
    return !entry || at > entry.at;
  });
}

function isTheirs(ticket: Ticket, person: string): boolean {
  return ticket.messages.some(({ author, from }) => from === 'requester' && author === person);
}

/** When a ticket was somebody's work again; that is later than the words that did it when those came late. */
export function backAt(ticket: Ticket, at: Instant): Instant {
  const log = ticket.statusLog;
  const back = log.find((entry, index) => {
    const before = log[index - 1];
    return entry.at >= at && isLive(entry) && before !== undefined && !isLive(before);
  });
  return back?.at ?? at;
}

/** Who asks for more time to answer has not answered yet, nor has who sends what the desk wrote about where it stands. */
export function isAnswer({ proposes, update, edited }: PublicReply): boolean {
  return !isResponse(proposes?.target) && (update === undefined || edited);
}

/** When a reply stood in every thread the ticket had when it was said; undefined as long as it does not. */
function arrivedAt(ticket: Ticket, { at, delivered }: PublicReply): Instant | undefined {
  const threads = 1 + ticket.absorbed.filter((entry) => entry.at <= at).length;
  return delivered[threads - 1]?.at;
}

/** When the requester's side was told something by us, in every one of its threads; by a person unless rules count. */
export function publicUpdates(ticket: Ticket, rulesCount: (at: Instant) => boolean): readonly Instant[] {
  const replies = ticket.replies.flatMap((reply) => {
    if (reply.rule !== undefined && !rulesCount(reply.at)) return [];
    return arrivedAt(ticket, reply) ?? [];
  });
  const typed = spokenHere(ticket).filter(({ from, at }) => from === 'desk' && at >= ticket.openedAt);
  return [...replies, ...typed.map(({ at }) => at)].sort();
}

/** When the requester was told to hear from us next, by what arrived at that moment. */
export function toldNextAt(ticket: Ticket, at: Instant): Instant | undefined {
  return ticket.replies.findLast(
    (reply) => reply.nextUpdateAt !== undefined && arrivedAt(ticket, reply) === at,
  )?.nextUpdateAt;
}
