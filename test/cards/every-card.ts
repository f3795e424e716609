import type { Block, Card, Form } from '../../src/cards/card.ts';
import { dueForm } from '../../src/cards/forms/due-form.ts';
import {
  escalateForm,
  holdForm,
  mergeForm,
  newTicketForm,
  noteForm,
  replyForm,
  snoozeForm,
  solveForm,
  splitForm,
} from '../../src/cards/forms/ticket-forms.ts';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { whyConfidenceForm } from '../../src/cards/forms/why-confidence-form.ts';
import { agentHome, requesterHome } from '../../src/cards/home.ts';
import {
  askCard,
  closingCard,
  joinedCard,
  noticeCard,
  replyCard,
} from '../../src/cards/requester/requester-card.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { teamListBlocks, ticketListCard } from '../../src/cards/team/lists.ts';
import { searchCard } from '../../src/cards/team/search-card.ts';
import {
  changedMessageCard,
  escalationCard,
  movedCard,
  relayCard,
} from '../../src/cards/team/thread-cards.ts';
import { ticketCard } from '../../src/cards/team/ticket-card.ts';
import { proposedDraft, type Ticket } from '../../src/domain/ticket/ticket.ts';
import { summaryOf } from '../../src/workflows/change-ticket.ts';
import { ana, mia, settings, triageChannel } from '../support/builders.ts';

const viewOf = ({ changedAt: now }: Ticket) => ({ settings, now });

type Named<T> = readonly (readonly [name: string, shown: T])[];

/** Every card about a ticket that goes to the team. */
export function teamCards(ticket: Ticket): Named<Card> {
  return [
    ['ticket', ticketCard(ticket, settings)],
    ...ticket.messages.map((message) => ['relay', relayCard(ticket, message)] as const),
    ...ticket.messages.map((message) => ['changed', changedMessageCard(ticket, message)] as const),
    ['escalation', escalationCard(ticket, [ana, mia])],
    ['moved', movedCard(ticket, triageChannel)],
    ['list', ticketListCard('Open tickets', [summaryOf(ticket)], viewOf(ticket))],
    [
      'search',
      searchCard({
        words: ticket.subject,
        list: teamListBlocks('Tickets', [summaryOf(ticket)], viewOf(ticket)),
        passages: [],
      }),
    ],
  ];
}

/** Every card about a ticket that goes to the requester. */
export function requesterCards(ticket: Ticket): Named<Card> {
  return [
    ['notice', noticeCard(ticket, settings)],
    ...ticket.messages.map((message) => ['joined', joinedCard(ticket, message)] as const),
    ...ticket.replies.map((reply) => ['reply', replyCard(ticket, reply)] as const),
    ['ask', askCard(ticket, ticket.changedAt)],
    ['closing', closingCard(ticket, settings)],
  ];
}

export function teamForms(ticket: Ticket): Named<Form> {
  const draft = proposedDraft(ticket);
  return [
    [
      'reply',
      replyForm(
        ticket,
        {
          ...(draft ? { draft: { id: draft.draft, text: draft.text, next: 'ask' } } : {}),
          answered: { by: ana, at: ticket.openedAt },
          context: { ticket: ticket.id },
        },
        settings,
      ),
    ],
    ['note', noteForm(ticket)],
    ['solve', solveForm(ticket)],
    ['hold', holdForm(ticket)],
    ['snooze', snoozeForm(ticket)],
    ['escalate', escalateForm(ticket)],
    ['merge', mergeForm(ticket)],
    ...(ticket.messages.length > 1 ? [['split', splitForm(ticket)] as const] : []),
    ['whole ticket', wholeTicketForm(ticket, settings, ticket.changedAt)],
    ['due times', dueForm(ticket, settings, ticket.changedAt)],
    ...ticket.drafts.map((each) => ['why this confidence', whyConfidenceForm(ticket, each)] as const),
  ];
}

export function requesterForms(ticket: Ticket): Named<Form> {
  return [
    ['their ticket', requesterTicketForm(ticket, settings, ticket.changedAt)],
    ['new ticket', newTicketForm({ text: ticket.messages[0]?.text ?? '' })],
  ];
}

export function homes(ticket: Ticket): Named<{ readonly blocks: readonly Block[] }> {
  const tickets = Array.from({ length: 40 }, () => summaryOf(ticket));
  return [
    [
      'agent',
      agentHome({ mine: tickets, unassigned: tickets, atRisk: tickets, asked: tickets }, viewOf(ticket)),
    ],
    ['requester', requesterHome(tickets, settings)],
  ];
}
