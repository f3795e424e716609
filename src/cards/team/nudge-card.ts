import type { DeskSettings } from '../../domain/desk-settings.ts';
import { nextDue } from '../../domain/sla/clocks-of.ts';
import type { Nudge } from '../../domain/ticket/nudges.ts';
import { isLive, type Ticket } from '../../domain/ticket/ticket.ts';
import type { TeamCard } from '../../ports.ts';
import type { Line } from '../card.ts';
import { moment } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { mentioned } from './notice-parts.ts';
import { updateReminderCard } from './update-cards.ts';

/** In the ticket's thread, to the one who goes on with it: what happened, and what is owed next. */
export function nudgeCard(ticket: Ticket, nudge: Nudge, settings: DeskSettings): TeamCard {
  if (nudge.kind === 'put_off') return updateReminderCard(ticket, nudge.person, settings);
  const words =
    nudge.kind === 'woken'
      ? `Your snooze of ${ticket.id} is over.`
      : `The requester of ${ticket.id} still needs help.`;
  const due = isLive(ticket) ? nextDue(ticket, settings.policies, nudge.at) : undefined;
  const owed: Line = due
    ? [
        { text: ` Owed next: ${promiseWords(due.target, ticket, settings.policies)} by ` },
        moment(due.dueAt, settings.timezone),
        { text: '.' },
      ]
    : [];
  return {
    audience: 'team',
    summary: `${ticket.id}: ${words}`,
    blocks: [{ type: 'text', lines: [[...mentioned(nudge.person), { text: words }, ...owed]] }],
  };
}
