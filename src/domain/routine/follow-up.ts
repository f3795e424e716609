import { type Asked, type Decision, nothing, stamp } from '../ticket/decision.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { hour, type Instant, laterBy } from '../time.ts';

/** Whoever is asked whether they still need us has at least so long to answer. */
export const leastToAnswerMs = 12 * hour;

/** Since when the requester is waited for: a further public reply begins the wait anew. */
export function awaitedSince(ticket: Ticket): Instant {
  return latest(
    ticket.statusLog.at(-1)?.at ?? ticket.openedAt,
    ticket.replies.at(-1)?.at,
    // What a merge had written into the log is gone after it was taken back.
    ticket.unmergedAt,
  );
}

/** The moment of the question in this wait; undefined while nobody asked. */
export function followUpAsked(ticket: Ticket): Instant | undefined {
  const { followedUpAt } = ticket;
  if (ticket.status !== 'pending' || followedUpAt === undefined) return undefined;
  return followedUpAt >= awaitedSince(ticket) ? followedUpAt : undefined;
}

/** Two thirds into the quiet time. */
export function followUpDueAt(ticket: Ticket, quietCloseMs: number): Instant {
  return laterBy(awaitedSince(ticket), Math.round((quietCloseMs * 2) / 3));
}

/** When a ticket that waits closes if nothing is heard: never sooner than 12 hours after the question stood there. */
export function quietCloseAt(ticket: Ticket, quietCloseMs: number): Instant {
  const asked = followUpAsked(ticket);
  const stood = asked === undefined ? [] : [asked, ...postedAt(ticket, asked)];
  return latest(
    laterBy(awaitedSince(ticket), quietCloseMs),
    ...stood.map((at) => laterBy(at, leastToAnswerMs)),
  );
}

/** The requester is asked once in each wait whether they still need us. */
export function askWhetherNeeded(ticket: Ticket, asked: Asked): Decision {
  if (ticket.status !== 'pending' || followUpAsked(ticket) !== undefined) return nothing;
  return { events: [{ type: 'followed_up', ...stamp(asked) }] };
}

/** What must happen before a ticket that waits may close; `close` when nothing must. */
export function beforeQuietClose(
  ticket: Ticket,
  quietCloseMs: number,
  now: Instant,
): 'close' | { readonly askFirst: true } | { readonly notBefore: Instant } {
  if (ticket.status !== 'pending') return 'close';
  const asked = followUpAsked(ticket);
  if (asked === undefined) return { askFirst: true };
  const closes = quietCloseAt(ticket, quietCloseMs);
  if (closes > now) return { notBefore: closes };
  const refused = ticket.undelivered.some(({ key }) => key.startsWith(followUpKey(asked)));
  const isOnItsWay = postedAt(ticket, asked).length === 0 && !refused;
  return isOnItsWay ? { notBefore: laterBy(now, leastToAnswerMs) } : 'close';
}

/** Row of the question in the first thread; in the others `#1`, `#2` follow. */
export function followUpKey(asked: Instant): string {
  return `follow_up:${asked}`;
}

/** When the question of that moment arrived in which thread. */
function postedAt(ticket: Ticket, asked: Instant): readonly Instant[] {
  return (ticket.asks ?? [])
    .filter(({ ask }) => ask.split('#')[0] === followUpKey(asked))
    .map(({ at }) => at);
}

function latest(first: Instant, ...others: readonly (Instant | undefined)[]): Instant {
  return others.reduce<Instant>((last, at) => (at !== undefined && at > last ? at : last), first);
}
