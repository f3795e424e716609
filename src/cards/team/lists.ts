import type { ChatEvent } from '../../domain/chat-event.ts';
import type { DeskSettings } from '../../domain/desk-settings.ts';
import { standingMessage } from '../../domain/intake.ts';
import type { Instant } from '../../domain/time.ts';
import type { InboxEntry, TicketSummary } from '../../store-port.ts';
import type { Block, Card, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, counted, joined, plain, shortened } from '../text.ts';
import { type TicketList, ticketListBlocks } from '../ticket-list.ts';
import { attentionWords, severityWords, statusWords } from '../wording.ts';
import { dueWords } from './due-words.ts';

/** As of when a list is read, and at which desk. */
export type ListView = { readonly settings: DeskSettings; readonly now: Instant };

/** One line of a list of tickets. */
export function ticketLine(ticket: TicketSummary, { settings, now }: ListView): Line {
  const parts: Line[] = [
    [bold(ticket.id), { text: ` ${shortened(ticket.subject, 70)}` }],
    plain(statusWords[ticket.status]),
  ];
  if (ticket.severity) parts.splice(1, 0, plain(severityWords[ticket.severity]));
  if (ticket.attention) parts.push(plain(attentionWords[ticket.attention]));
  if (ticket.account) parts.push(plain(ticket.account));
  parts.push(ticket.assignee ? [{ person: ticket.assignee }] : plain('unassigned'));
  const due = dueWords(ticket, now, settings.timezone);
  if (due) parts.push(due);
  return joined(parts);
}

/** A list with a title, each entry with a button that opens the whole ticket. */
export function ticketListCard(title: string, tickets: readonly TicketSummary[], view: ListView): Card {
  return {
    summary: `${title}: ${counted(tickets.length, 'ticket')}`,
    blocks: teamListBlocks(title, tickets, view),
  };
}

/** A list as the team reads it, with how many of the tickets are overdue. */
export function teamListBlocks(
  title: string,
  tickets: readonly TicketSummary[],
  view: ListView,
  { atRisk }: Pick<TicketList, 'atRisk'> = {},
): readonly Block[] {
  const overdue = tickets.filter(({ dueAt }) => dueAt !== undefined && dueAt < view.now).length;
  return ticketListBlocks({
    title,
    tickets,
    atRisk,
    lineOf: (ticket) => ticketLine(ticket, view),
    remark: overdue === 0 ? undefined : `${overdue.toLocaleString('en')} overdue`,
    empty: title === atRiskTitle ? 'Nothing is overdue, and nothing is due soon.' : undefined,
  });
}

/** The title of the list of what is overdue or due soon. */
export const atRiskTitle = 'At risk';

/** More would not fit into one card. */
const mostMessages = 15;

/**
 * The intake journal: the latest messages, what was decided and why, with a way to decide otherwise. `entries` is
 * everything heard, newest first: what was deleted or edited since is not repeated.
 */
export function journalCard(entries: readonly InboxEntry[], settings: DeskSettings): Card {
  const heading: Block = { type: 'text', lines: [[bold('Intake journal'), { text: ' · newest first' }]] };
  const messages = entries.filter((entry) => entry.event.type === 'message').slice(0, mostMessages);
  if (messages.length === 0) {
    return {
      summary: 'Intake journal',
      blocks: [heading, { type: 'context', line: plain('No messages yet.') }],
    };
  }
  const heard = entries.map((entry) => entry.event);
  return {
    summary: 'Intake journal',
    blocks: [heading, ...messages.flatMap((entry) => journalEntry(entry, heard, settings))],
  };
}

function journalEntry(entry: InboxEntry, heard: readonly ChatEvent[], settings: DeskSettings): Block[] {
  const { event, result } = entry;
  if (event.type !== 'message') return [];
  const standing = standingMessage(event.message, heard);
  const words: Line = [
    moment(event.at, settings.timezone, 'time'),
    { text: ' ' },
    { person: event.message.author },
    { text: standing ? ` “${shortened(standing.text, 80)}” → ` : ' (deleted by its author) → ' },
    ...decisionWords(result),
  ];
  const line: Block = { type: 'text', lines: [words] };
  if (result?.outcome !== 'ignored' || !standing) return [line];
  const button = { action: 'make_ticket', subject: String(entry.number), label: 'Make it a ticket' };
  return [line, { type: 'actions', items: [button] }];
}

function decisionWords(result: InboxEntry['result']): Line {
  switch (result?.outcome) {
    case 'opened':
      return [{ text: 'opened ' }, bold(result.ticket)];
    case 'joined':
      return [{ text: 'joined ' }, bold(result.ticket)];
    case 'ignored':
      return plain(`no ticket: ${result.reason.toLowerCase()}`);
    case 'parked':
      return plain(`could not be handled: ${result.reason}`);
    case 'done':
      return plain('done');
    default:
      return plain('being handled');
  }
}
