import type { AttachedTicket } from '../../../domain/incident/incident.ts';
import type { Line } from '../../card.ts';
import { bold, shortened } from '../../text.ts';

/** `T-12 (Acme)`. */
export function ticketNamed({ ticket, accountName }: Pick<AttachedTicket, 'ticket' | 'accountName'>): Line {
  return accountName === undefined
    ? [bold(ticket)]
    : [bold(ticket), { text: ` (${shortened(accountName, 40)})` }];
}
