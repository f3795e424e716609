import { type Asked, type Decision, nothing, stamp } from '../ticket/decision.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isLive, type Ticket } from '../ticket/ticket.ts';
import type { PolicyFacts } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

/**
 * What of the ticket decides its policy; undefined until it was sorted. When no engine could sort it, it is taken for a
 * technical question of medium severity, so that its clocks run all the same.
 */
export function policyFacts(ticket: Ticket): PolicyFacts | undefined {
  if (!ticket.triage && !ticket.engineTrouble) return undefined;
  return {
    plan: ticket.account?.plan ?? 'standard',
    severity: ticket.triage?.severity ?? 'P3',
    category: ticket.triage?.category ?? 'technical',
    channel: ticket.conversation.channel,
  };
}

/**
 * The policy that holds after some events, when another one does now: after sorting, a correction, or learning who asks.
 * The ticket keeps the edition it was promised by; only a manager puts it on another one. Told as caused by whoever
 * caused the last event.
 */
export function policyAfter(
  ticket: Ticket,
  events: readonly TicketEvent[],
  book: PolicyBook,
): readonly TicketEvent[] {
  const facts = policyFacts(ticket);
  const last = events.at(-1);
  const pin = ticket.policies?.at(-1);
  if (!facts || !last || (pin && isSame(pin.facts, facts))) return [];
  if (pin && isSamePromise(book, pin, facts)) return [];
  const edition = pin?.edition ?? book.current.edition;
  return [{ type: 'policy_applied', edition, facts, by: last.by, at: last.at }];
}

function isSame(one: PolicyFacts, other: PolicyFacts): boolean {
  return (
    one.plan === other.plan &&
    one.severity === other.severity &&
    one.category === other.category &&
    one.channel === other.channel
  );
}

/** Other facts, but nothing else is promised by them. */
function isSamePromise(book: PolicyBook, pin: { edition: number; facts: PolicyFacts }, facts: PolicyFacts) {
  const before = book.terms(pin);
  const after = book.terms({ edition: pin.edition, facts });
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Promises an open ticket by the current edition, as a manager asked for after seeing what would change. */
export function applyCurrentPolicy(ticket: Ticket, book: PolicyBook, asked: Asked): Decision {
  if (asked.role !== 'manager' && asked.role !== 'desk') return { refused: 'not_allowed' };
  const facts = policyFacts(ticket);
  if (!isLive(ticket) || !facts) return nothing;
  const { edition } = book.current;
  if (ticket.policies?.at(-1)?.edition === edition) return nothing;
  return { events: [{ type: 'policy_applied', edition, facts, ...stamp(asked) }] };
}
