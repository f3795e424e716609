import { DeskError } from '../errors.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { PolicyBook } from './policy-book.ts';

/**
 * What was counted in a calendar, or undefined where the calendar gives no answer: it has no working time for more than
 * a year, or lies in a zone this machine does not know. No message may be lost and no ticket stand still because of it,
 * so it is never thrown on; `why` gets the calendar's own words.
 */
export function ifCountable<T>(count: () => T, why?: (words: string) => void): T | undefined {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    why?.(error.message);
    return undefined;
  }
}

/** Why nothing can be counted by the edition a ticket was promised by: it is gone, as after an older backup. */
export function lostEdition(ticket: Ticket, { editions, current }: PolicyBook): string | undefined {
  const pinned = ticket.policies?.at(-1)?.edition;
  if (pinned === undefined || editions.some(({ edition }) => edition === pinned)) return undefined;
  return `Edition ${pinned} of the promises is not stored any more. A manager can put open tickets on edition ${current.edition}.`;
}
