import type { AttachedTicket } from '../../../domain/incident/tickets/attached-ticket.ts';
import type { Line } from '../../card.ts';
import { bold, shortened } from '../../text.ts';

/** `T-12 (Acme)`. */
export function ticketNamed({ ticket, accountName }: Pick<AttachedTicket, 'ticket' | 'accountName'>): Line {
  return accountName === undefined
    ? [bold(ticket)]
    : [bold(ticket), { text: ` (${shortened(accountName, 40)})` }];
}
