import type { Ticket } from '../ticket/ticket.ts';
import { publicTalk } from './public-talk.ts';
import { waitingSince } from './response-runs.ts';

/** Whether the requester's side was ever answered; an update in the desk's words or a later time answers nothing. */
export function wasEverAnswered(ticket: Ticket): boolean {
  return publicTalk(ticket).some(({ what }) => what === 'answer');
}

/** Whether they were answered and nobody waits for an answer again. */
export function isAnswered(ticket: Ticket): boolean {
  return wasEverAnswered(ticket) && waitingSince(ticket) === undefined;
}
