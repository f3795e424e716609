import type { Desk } from '../desk.ts';
import { recogniseCopy, seeCopy } from '../domain/ticket/copies.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';
import { searchable } from './searchable.ts';

/**
 * Forty people send the same alert: the first ticket is worked, the others know that they are copies of it and the
 * first knows of them. Nothing is linked, merged or answered by that.
 */
export async function recogniseCopies(desk: Desk, ticket: Ticket): Promise<Ticket> {
  const copied = desk.search.duplicates(searchable(ticket), 1).find(({ isCopy }) => isCopy);
  if (copied === undefined && ticket.copyOf === undefined) return ticket;
  const found = copied && { of: copied.ticket, earlier: copied.moreLikeIt ?? 0 };
  const asked = askedByDesk(desk);
  const changed = await changeTicket(desk, ticket.id, (current) => recogniseCopy(current, found, asked));
  if (found) await changeTicket(desk, found.of, (first) => seeCopy(first, ticket.id, askedByDesk(desk)));
  return changed.outcome === 'unknown_ticket' ? ticket : changed.ticket;
}
