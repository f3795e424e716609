import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { Terms } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

/** What the ticket was promised at a time; before it was sorted, what it was promised first. */
export function termsAt(ticket: Ticket, at: Instant, book: PolicyBook): Terms | undefined {
  const pins = ticket.policies ?? [];
  const pin = pins.findLast((each) => each.at <= at) ?? pins[0];
  return pin && book.terms(pin);
}
