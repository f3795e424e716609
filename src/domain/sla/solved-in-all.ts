import { isLive, type Ticket } from '../ticket/ticket.ts';
import type { PolicyBook } from './policy-book.ts';

/** Whether the solution in all is another thing than the first one: both are promised, or the ticket came back. */
export function isSolvedInAll(ticket: Ticket, book: PolicyBook): boolean {
  const pin = ticket.policies?.at(-1);
  return (
    hasComeBack(ticket) || (pin !== undefined && book.terms(pin)?.targets.first_resolution !== undefined)
  );
}

function hasComeBack({ reopened, statusLog }: Ticket): boolean {
  const solved = statusLog.findIndex(({ status }) => status === 'solved');
  return reopened.length > 0 || (solved >= 0 && solved < statusLog.findLastIndex(isLive));
}
