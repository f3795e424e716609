import type { AppliedPolicy } from '../ticket/promises.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { Terms } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

/** What the ticket was promised at a time; before it was sorted, what it was promised first. */
export function termsAt(ticket: Ticket, at: Instant, book: PolicyBook): Terms | undefined {
  const pin = pinAt(ticket, at);
  return pin && book.terms(pin);
}

/** The policy that held at a time; before the ticket was sorted, the first. */
export function pinAt({ policies: pins = [] }: Ticket, at: Instant): AppliedPolicy | undefined {
  return pins.findLast((each) => each.at <= at) ?? pins[0];
}
