import { isChatter } from '../intake.ts';
import type { Ticket, TicketMessage } from '../ticket/ticket.ts';
import { publicConversations } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';

/** Something in the public conversation that starts or ends a promise. */
export type Talk = {
  readonly at: Instant;
  /** `answer_by_rule` left without a person. `end`: nothing is owed from then on. */
  readonly what: 'request' | 'answer' | 'answer_by_rule' | 'end';
};

/**
 * What requesters asked and what they were answered, in order. Thanks ask nothing; a reaction, a note or a change of
 * status answers nothing; a reply answers when it was delivered.
 */
export function publicTalk(ticket: Ticket): readonly Talk[] {
  const talk: Talk[] = [
    ...ticket.messages.filter((message) => isRequest(ticket, message)).map(({ at }) => request(at)),
    ...(ticket.disputes ?? []).map(({ at }) => request(at)),
    ...ticket.reopened.filter(({ by }) => isTheirs(ticket, by)).map(({ at }) => request(at)),
    ...ticket.messages.filter(({ from }) => from === 'desk').map(({ at }): Talk => ({ at, what: 'answer' })),
    ...ticket.replies.flatMap(({ delivered, rule }): Talk[] => {
      const at = delivered[0]?.at;
      return at === undefined ? [] : [{ at, what: rule === undefined ? 'answer' : 'answer_by_rule' }];
    }),
    ...ticket.statusLog.filter(({ status }) => isEnd(status)).map(({ at }): Talk => ({ at, what: 'end' })),
  ];
  return talk.sort((one, other) =>
    one.at === other.at ? order[one.what] - order[other.what] : one.at < other.at ? -1 : 1,
  );
}

const order: Readonly<Record<Talk['what'], number>> = { end: 0, request: 1, answer_by_rule: 2, answer: 3 };

const isEnd = (status: Ticket['status']) => status === 'solved' || status === 'closed';
const request = (at: Instant): Talk => ({ at, what: 'request' });

function isTheirs(ticket: Ticket, person: string): boolean {
  return ticket.messages.some(({ author, from }) => from === 'requester' && author === person);
}

function isRequest(ticket: Ticket, message: TicketMessage): boolean {
  if (message.from !== 'requester' || message.deleted) return false;
  if (!wasOpen(ticket, message)) return false;
  return !isChatter(message.text, message.files.length);
}

/** What came with a merge had perhaps been answered there. */
function wasOpen(ticket: Ticket, { origin, at }: TicketMessage): boolean {
  const entry = origin === undefined ? undefined : ticket.absorbed.find(({ ticket: id }) => id === origin);
  if (!entry || at > entry.at) return true;
  return entry.waitingSince !== undefined && at >= entry.waitingSince;
}

/** When the requester's side was told something by us, in every one of its threads; by a person unless rules count. */
export function publicUpdates(ticket: Ticket, rulesCount: 'rules_count' | 'people_only'): readonly Instant[] {
  const threads = publicConversations(ticket).length;
  const replies = ticket.replies.flatMap(({ delivered, rule }) => {
    if (rule !== undefined && rulesCount === 'people_only') return [];
    const last = delivered.at(-1)?.at;
    return last !== undefined && delivered.length >= Math.min(threads, mostThreads(ticket, last))
      ? [last]
      : [];
  });
  const typed = ticket.messages.filter(({ from }) => from === 'desk').map(({ at }) => at);
  return [...replies, ...typed].sort();
}

/** Threads that were the ticket's at that time. */
function mostThreads(ticket: Ticket, at: Instant): number {
  return 1 + ticket.absorbed.filter((entry) => entry.at <= at).length;
}

/** Since when somebody on the requester's side waits for an answer; undefined when nobody does. */
export function waitingSince(ticket: Ticket): Instant | undefined {
  let since: Instant | undefined = ticket.messages.length > 0 ? undefined : ticket.openedAt;
  for (const { at, what } of publicTalk(ticket)) {
    if (what !== 'request') since = undefined;
    else since ??= at;
  }
  return since;
}
