import type { TicketSummary } from '../store-port.ts';
import type { Block, Line } from './card.ts';
import { bold, counted, plain, shortened } from './text.ts';

const mostShown = 15;

/** A list of tickets with a title and a menu that opens one of them. `lineOf` words an entry for its reader. */
export function ticketListBlocks(
  title: string,
  tickets: readonly TicketSummary[],
  lineOf: (ticket: TicketSummary) => Line,
): readonly Block[] {
  const heading: Block = {
    type: 'text',
    lines: [[bold(title), { text: ` · ${counted(tickets.length, 'ticket')}` }]],
  };
  if (tickets.length === 0) return [heading, { type: 'context', line: plain('Nothing here right now.') }];
  const shown = tickets.slice(0, mostShown);
  const left = tickets.length - shown.length;
  return [
    heading,
    { type: 'list', ordered: false, items: shown.map(lineOf) },
    ...(left > 0
      ? [{ type: 'context' as const, line: plain(`and ${left} more. Narrow it with /ticket search.`) }]
      : []),
    { type: 'actions', items: [openMenu(shown)] },
  ];
}

function openMenu(tickets: readonly TicketSummary[]) {
  return {
    action: 'open_ticket',
    subject: 'list',
    label: 'Open a ticket…',
    options: tickets.map((ticket) => ({
      value: ticket.id,
      label: `${ticket.id} ${shortened(ticket.subject, 50)}`,
    })),
  };
}
