import type { Incident } from '../../../domain/incident/incident.ts';
import type { AttachedTicket } from '../../../domain/incident/tickets/attached-ticket.ts';
import type { Block, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold, counted } from '../../text.ts';
import type { RoomView } from '../room/room-view.ts';
import { said } from '../timeline/quoted.ts';
import { ticketNamed } from './ticket-named.ts';

/** More would push the rest of the card out of sight. */
const mostTickets = 6;

/** Whose tickets are part of it, those first who wait for a word. */
export function ticketBlocks(incident: Incident, { timezone }: RoomView): readonly Block[] {
  const { tickets } = incident;
  if (tickets.length === 0) return [];
  const accounts = new Set(tickets.flatMap(({ account }) => account ?? [])).size;
  const failed = tickets.filter((ticket) => ticket.failed).length;
  const told = tickets.filter((ticket) => ticket.told).length;
  const head: Line = [
    bold(counted(tickets.length, 'ticket')),
    { text: accounts > 0 ? ` of ${counted(accounts, 'account')}` : '' },
    { text: told === 0 ? ' · none told yet' : ` · ${told} told` },
    ...(failed > 0 ? [{ text: ' · ' }, bold(`${failed} not reached by the newest update`)] : []),
  ];
  const ordered = tickets.toSorted((one, other) => rank(one) - rank(other));
  const items = ordered.slice(0, mostTickets).map((ticket) => ticketLine(ticket, timezone));
  const rest = tickets.length - items.length;
  return [
    { type: 'text', lines: [head] },
    {
      type: 'list',
      ordered: false,
      items: [...items, ...(rest > 0 ? [[{ text: `and ${rest} more` }]] : [])],
    },
  ];
}

function rank({ failed, told }: AttachedTicket): number {
  if (failed) return 0;
  return told ? 2 : 1;
}

function ticketLine(ticket: AttachedTicket, timezone: string): Line {
  const { failed, told } = ticket;
  if (failed) {
    return [
      ...ticketNamed(ticket),
      bold(' could not be told '),
      moment(failed.at, timezone, 'time'),
      { text: `: ${said(failed.reason, 120)}` },
    ];
  }
  return told
    ? [...ticketNamed(ticket), { text: ' told ' }, moment(told.at, timezone, 'time')]
    : [...ticketNamed(ticket), { text: ' not told yet' }];
}
