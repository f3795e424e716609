import { applyEvents } from '../ticket/apply.ts';
import { type Asked, isRefused } from '../ticket/decision.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import { applyCurrentPolicy } from './apply-policy.ts';
import { liveClocks } from './clocks-of.ts';
import type { SlaTarget } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

/** A due time that the current edition would move. */
export type DueMove = {
  readonly ticket: string;
  readonly target: SlaTarget;
  /** Undefined where nothing was promised so far. */
  readonly was: Instant | undefined;
  readonly due: Instant;
};

/** What would change on an open ticket if it were put on the current edition now; nothing is changed. */
export function dueMoves(ticket: Ticket, book: PolicyBook, asked: Asked): readonly DueMove[] {
  const decision = applyCurrentPolicy(ticket, book, asked);
  if (isRefused(decision) || decision.events.length === 0) return [];
  const before = new Map(liveClocks(ticket, book, asked.at).map(({ id, dueAt }) => [id, dueAt]));
  return liveClocks(applyEvents(ticket, decision.events), book, asked.at).flatMap(({ id, target, dueAt }) => {
    const was = before.get(id);
    return was === dueAt ? [] : [{ ticket: ticket.id, target, was, due: dueAt }];
  });
}
