import type { TicketSummary } from '../store-port.ts';
import type { Block, Line } from './card.ts';
import { bold, counted, plain, shortened } from './text.ts';

/** Lines of one list. */
export const mostShown = 15;

export type TicketList = {
  readonly title: string;
  readonly tickets: readonly TicketSummary[];
  /** Words an entry for its reader. */
  readonly lineOf: (ticket: TicketSummary) => Line;
  /** Stands beside the count, e.g. `2 overdue`. */
  readonly remark?: string | undefined;
  /** Those that stand in the list of what is at risk already: counted here, not repeated. */
  readonly atRisk?: ReadonlySet<string> | undefined;
  /** What is said when there are none. */
  readonly empty?: string | undefined;
};

/** A list of tickets with a title and a menu that opens one of them. */
export function ticketListBlocks(list: TicketList): readonly Block[] {
  const { title, tickets, lineOf, remark, empty, atRisk } = list;
  const fresh = atRisk ? tickets.filter(({ id }) => !atRisk.has(id)) : tickets;
  const repeated = tickets.length - fresh.length;
  const remarks = [
    ...(remark === undefined ? [] : [remark]),
    ...(repeated === 0 ? [] : [`${repeated.toLocaleString('en')} also at risk`]),
  ];
  const words = [counted(tickets.length, 'ticket'), ...remarks].join(', ');
  const heading: Block = {
    type: 'text',
    lines: [[bold(title), { text: ` · ${words}` }]],
  };
  if (tickets.length === 0)
    return [heading, { type: 'context', line: plain(empty ?? 'Nothing here right now.') }];
  if (fresh.length === 0) return [heading];
  const shown = fresh.slice(0, mostShown);
  const left = fresh.length - shown.length;
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
