import type { Desk } from '../desk.ts';
import { Invalid } from '../domain/errors.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { loadTicket } from './change-ticket.ts';

/**
 * The ticket; undefined when there is none, or when its case cannot be read, which the log says: what goes over many
 * tickets must not stop at one of them.
 */
export async function readableTicket(
  desk: Pick<Desk, 'store' | 'log'>,
  id: string,
): Promise<Ticket | undefined> {
  try {
    return await loadTicket(desk, id);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    desk.log.warn('ticket_not_read', { ticket: id });
    return undefined;
  }
}
