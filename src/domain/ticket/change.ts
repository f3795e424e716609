import { byTime } from '../time.ts';
import type { TicketEvent, TicketEventOf, TicketEventType } from './event.ts';
import type { Ticket, TicketMessage } from './ticket.ts';

/** What one kind of event makes of a ticket. Pure. */
export type Change<T extends TicketEventType> = (ticket: Ticket, event: TicketEventOf<T>) => Ticket;
/** A change for each of these kinds of events. */
export type ChangesOf<T extends TicketEventType> = { readonly [K in T]: Change<K> };

export const byAt = (event: TicketEvent) => ({ by: event.by, at: event.at });

export function without<K extends keyof Ticket>(ticket: Ticket, ...keys: K[]): Ticket {
  const left = { ...ticket };
  for (const key of keys) delete left[key];
  return left;
}

/** By the moment they were written, whichever arrived first. */
export function inOrder(messages: readonly TicketMessage[]): TicketMessage[] {
  return [...messages].sort((a, b) => byTime(a.at, b.at));
}

/** What was proposed was made for an older story. */
export function outdateDrafts(ticket: Ticket): Ticket['drafts'] {
  return ticket.drafts.map((known) => (known.state === 'proposed' ? { ...known, state: 'outdated' } : known));
}
