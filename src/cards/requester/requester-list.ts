import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { Block, Card, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, counted, joined, plain, shortened } from '../text.ts';
import { ticketListBlocks } from '../ticket-list.ts';
import { requesterStatusWords } from '../wording.ts';

/** A requester's own tickets in their own terms: number, words, how it stands, when an answer is owed. */
export function requesterListBlocks(
  tickets: readonly TicketSummary[],
  settings: DeskSettings,
): readonly Block[] {
  return ticketListBlocks({
    title: 'Your tickets',
    tickets,
    lineOf: (ticket) => requesterLine(ticket, settings),
  });
}

export function requesterListCard(tickets: readonly TicketSummary[], settings: DeskSettings): Card {
  return {
    summary: `Your tickets: ${counted(tickets.length, 'ticket')}`,
    blocks: requesterListBlocks(tickets, settings),
  };
}

function requesterLine(ticket: TicketSummary, settings: DeskSettings): Line {
  const dueAt = ticket.owed?.find(({ target }) => target === 'first_response')?.dueAt;
  const due: Line[] = dueAt ? [[{ text: 'first answer by ' }, moment(dueAt, settings.timezone)]] : [];
  return joined([
    [bold(ticket.id), { text: ` ${shortened(ticket.subject, 70)}` }],
    plain(requesterStatusWords[ticket.status]),
    ...due,
  ]);
}
