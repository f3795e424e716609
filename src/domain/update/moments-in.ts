import type { PublicReply } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';

/** When the requester was told to hear from us next, if the reply said so. */
export function toldNextUpdateAt(_reply: PublicReply | undefined): Instant | undefined {
  return undefined;
}
