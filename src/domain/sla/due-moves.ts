import { applyEvents } from '../ticket/apply.ts';
import { type Asked, isRefused } from '../ticket/decision.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import { applyCurrentPolicy } from './apply-policy.ts';
import { liveClocks } from './clocks-of.ts';
import type { SlaTarget } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';
import { isSolvedInAll } from './solved-in-all.ts';

/** A due time that the current edition would move, or no longer promises. */
export type DueMove = {
  readonly ticket: string;
  readonly target: SlaTarget;
  /** Undefined where nothing was promised so far. */
  readonly was: Instant | undefined;
  readonly due: Instant;
  /** The edition no longer promises it; what is on its way stays due when it was. */
  readonly stays?: true;
  /** There is a first solution beside this one. */
  readonly isInAll?: true;
};

/** What would happen to the open tickets on older editions. */
export type ReapplyPreview = {
  readonly edition: number;
  /** All tickets it would be applied to. */
  readonly tickets: number;
  /** By new due time, soonest first; with what is no longer promised and stays. */
  readonly moves: readonly DueMove[];
  /** Tickets of which no due time moves. */
  readonly unmoved: number;
  /** Tickets nobody looked at, because a form must open within seconds. */
  readonly unread: number;
};

/** What would change on an open ticket if it were put on the current edition now; nothing is changed. */
export function dueMoves(ticket: Ticket, book: PolicyBook, asked: Asked): readonly DueMove[] {
  const decision = applyCurrentPolicy(ticket, book, asked);
  if (isRefused(decision) || decision.events.length === 0) return [];
  const before = new Map(liveClocks(ticket, book, asked.at).map(({ id, dueAt }) => [id, dueAt]));
  const after = applyEvents(ticket, decision.events);
  const pin = after.policies?.at(-1);
  const promised = (pin && book.terms(pin)?.targets) ?? {};
  const inAll = isSolvedInAll(after, book) ? { isInAll: true as const } : {};
  return liveClocks(after, book, asked.at).flatMap(({ id, target, dueAt: due }) => {
    const was = before.get(id);
    const move = { ticket: ticket.id, target, was, due, ...(target === 'total_resolution' ? inAll : {}) };
    if (promised[target] === undefined) return [{ ...move, stays: true as const }];
    return was === due ? [] : [move];
  });
}
