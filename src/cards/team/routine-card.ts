import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { ListEntry, MorningList, ReminderReason } from '../../domain/routine/reminders.ts';
import { millisecondsBetween } from '../../domain/time.ts';
import type { TeamCard } from '../../ports.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { Line, Span } from '../card.ts';
import { lasting } from '../lasting.ts';
import { moment } from '../moment.ts';
import { bold, counted, joined, plain, shortened } from '../text.ts';
import { ticketListBlocks } from '../ticket-list.ts';
import { severityWords, targetWords } from '../wording.ts';

/** What nobody looks after, for one person, in one message: each ticket once, with every reason why it is here. */
export function morningCard(
  list: MorningList,
  tickets: readonly TicketSummary[],
  settings: DeskSettings,
): TeamCard {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const entries = new Map(list.entries.map((entry) => [entry.ticket, entry]));
  const ordered = list.entries.flatMap(({ ticket }) => byId.get(ticket) ?? []);
  return {
    audience: 'team',
    summary: `${counted(ordered.length, 'ticket')} to look at today`,
    blocks: ticketListBlocks({
      title: 'To look at today',
      tickets: ordered,
      lineOf: (ticket) => lineOf(ticket, entries.get(ticket.id), { at: list.at, settings }),
    }),
  };
}

type Reading = { readonly at: string; readonly settings: DeskSettings };

function lineOf(ticket: TicketSummary, entry: ListEntry | undefined, reading: Reading): Line {
  const { settings } = reading;
  const parts: Line[] = [[bold(ticket.id), { text: ` ${shortened(ticket.subject, 60)}` }]];
  if (ticket.severity) parts.push(plain(severityWords[ticket.severity]));
  if (ticket.account) parts.push(plain(ticket.account));
  for (const { reason, since } of entry?.reasons ?? []) parts.push(reasonLine(reason, since, reading));
  if (ticket.dueAt) {
    const what = ticket.dueTarget ? `${targetWords[ticket.dueTarget]} by ` : 'due ';
    parts.push([{ text: what }, moment(ticket.dueAt, settings.timezone)]);
  }
  return joined(parts);
}

function reasonLine(reason: ReminderReason, since: string, { at, settings }: Reading): Line {
  const ago = lasting(Math.max(0, millisecondsBetween(since, at)));
  const when: Span = moment(since, settings.timezone);
  const words: Record<ReminderReason, Line> = {
    overdue: plain(`🔴 late for ${ago}`),
    due_soon: plain('⏰ came up in your quiet hours'),
    stale_escalation: plain(`⬆️ escalated, untouched for ${ago}`),
    hold_past: [{ text: '⏸ on hold, was to end ' }, when],
    hold_undated: plain(`⏸ on hold without a date for ${ago}`),
    nobody_follows: plain(`waits for the requester for ${ago}, nobody has it`),
    snooze_ends: [{ text: '💤 your snooze ends ' }, moment(since, settings.timezone, 'time')],
  };
  return words[reason];
}
