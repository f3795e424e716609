import { followUpAsked, followUpKey } from '../routine/follow-up.ts';
import type { Ticket } from './ticket.ts';

/** Whether a question that stands in a thread is the one whether the requester still needs us. */
export function isFollowUp(ask: string): boolean {
  return ask.startsWith(followUpKey(''));
}

/** Whether the question can still be answered by its buttons. `ask` is its row, with the thread after a `#`. */
export function isOpenQuestion(ticket: Ticket, ask: string): boolean {
  const asked = followUpAsked(ticket);
  return asked !== undefined && ask.split('#')[0] === followUpKey(asked);
}

/** Rows of the questions that were open and are no longer: said again, they lose their buttons. */
export function settledFollowUp(before: Ticket | undefined, after: Ticket): readonly string[] {
  if (before === undefined) return [];
  return (after.asks ?? [])
    .map(({ ask }) => ask)
    .filter((ask) => isOpenQuestion(before, ask) && !isOpenQuestion(after, ask));
}
