import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Block, Span } from '../card.ts';
import { maskedSecrets } from '../masked-secrets.ts';
import { shortened } from '../text.ts';

/** `T-12 Checkout fails with 502 · Acme, enterprise, P1`. */
export function headOf(ticket: Ticket): string {
  const { text: subject } = maskedSecrets(ticket.subject);
  const facts = [ticket.account?.name, ticket.account?.plan, ticket.triage?.severity];
  const known = facts.filter((each) => each !== undefined).join(', ');
  return `${ticket.id} ${shortened(subject, 80)}${known === '' ? '' : ` · ${known}`}`;
}

export function mentioned(person: string | undefined): readonly Span[] {
  return person === undefined ? [] : [{ person, notify: true }, { text: ' ' }];
}

/** The way to the ticket, from wherever the message is read. */
export function noticeActions(ticket: Ticket): Block {
  const link = ticket.cards.at(-1)?.link;
  return {
    type: 'actions',
    items: [
      ...(link === undefined ? [] : [{ link, label: 'Open card' }]),
      { action: 'show_all', subject: ticket.id, label: 'Show everything' },
    ],
  };
}
