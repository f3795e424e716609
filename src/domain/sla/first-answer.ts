import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import { clocksOf } from './clocks-of.ts';
import type { PolicyBook } from './policy-book.ts';

/**
 * When the first answer is or was due, as the requester is told it: a correction or a later time they agreed to moves
 * it, and it stays once it was answered. Undefined where none is promised.
 */
export function firstAnswerDueAt(ticket: Ticket, book: PolicyBook, now: Instant): Instant | undefined {
  return clocksOf(ticket, book, now).findLast(({ target }) => target === 'first_response')?.dueAt;
}
