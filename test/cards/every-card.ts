import type { Block, Card, Form } from '../../src/cards/card.ts';
import { dueForm } from '../../src/cards/forms/due-form.ts';
import { preferencesForm } from '../../src/cards/forms/preferences-form.ts';
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
import { updateForm } from '../../src/cards/forms/update-form.ts';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { whyConfidenceForm } from '../../src/cards/forms/why-confidence-form.ts';
import { agentHome, requesterHome } from '../../src/cards/home.ts';
import { followUpCard } from '../../src/cards/requester/follow-up-card.ts';
import {
  askCard,
  closingCard,
  joinedCard,
  noticeCard,
  replyCard,
} from '../../src/cards/requester/requester-card.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { changeNoticeCard } from '../../src/cards/team/change-notice-card.ts';
import { teamListBlocks, ticketListCard } from '../../src/cards/team/lists.ts';
import { clockNoticeCard, settledNoticeCard } from '../../src/cards/team/notice-card.ts';
import { nudgeCard } from '../../src/cards/team/nudge-card.ts';
import { morningCard } from '../../src/cards/team/routine-card.ts';
import { searchCard } from '../../src/cards/team/search-card.ts';
import {
  changedMessageCard,
  escalationCard,
  movedCard,
  relayCard,
} from '../../src/cards/team/thread-cards.ts';
import { ticketCard } from '../../src/cards/team/ticket-card.ts';
import { neededSoonerCard, updateReminderCard } from '../../src/cards/team/update-cards.ts';
import type { News } from '../../src/domain/notice/news.ts';
import { noPreferences, preferenceOf } from '../../src/domain/notice/preference.ts';
import { followUpKey } from '../../src/domain/routine/follow-up.ts';
import { reminderReasons } from '../../src/domain/routine/reminders.ts';
import { liveClocks } from '../../src/domain/sla/clocks-of.ts';
import { proposedDraft, type Ticket } from '../../src/domain/ticket/ticket.ts';
import { day, laterBy } from '../../src/domain/time.ts';
import { summaryOf } from '../../src/workflows/change-ticket.ts';
import { ana, mia, settings, triageChannel } from '../support/builders.ts';

const notices = preferenceOf(noPreferences, ana, 'off');
const viewOf = ({ changedAt: now }: Ticket) => ({ settings, now });

/** Told after an outage, with every clock that runs. */
const noticeView = ({ openedAt: from, changedAt }: Ticket) =>
  ({
    settings,
    now: laterBy(changedAt, 2 * day),
    mention: ana,
    mentions: [ana],
    update: 'quoted',
    reader: 'manager',
    away: { from, to: laterBy(changedAt, day) },
  }) as const;
const clocksTold = (ticket: Ticket) =>
  liveClocks(ticket, settings.policies, laterBy(ticket.changedAt, 2 * day)).map((clock) => ({
    clock,
    steps: clock.steps.map(({ step, at: since }) => ({ step, since })),
  }));
const newsOfAll = (ticket: Ticket): readonly News[] => [
  { what: 'severity', by: mia, was: 'P3', to: 'P1' },
  { what: 'escalated', by: mia, reason: ticket.subject },
  { what: 'reopened', by: mia, reason: ticket.subject },
  ...ticket.messages.map(({ author: by, text }) => ({
    what: 'wrote_again' as const,
    by,
    text,
    was: 'pending',
  })),
];

type Named<T> = readonly (readonly [name: string, shown: T])[];

/** Every card about a ticket that goes to the team. */
export function teamCards(ticket: Ticket): Named<Card> {
  return [
    ['ticket', ticketCard(ticket, settings)],
    ...ticket.messages.map((message) => ['relay', relayCard(ticket, message)] as const),
    ...ticket.messages.map((message) => ['changed', changedMessageCard(ticket, message)] as const),
    ['escalation', escalationCard(ticket, [ana, mia])],
    ['moved', movedCard(ticket, triageChannel)],
    ['update reminder', updateReminderCard(ticket, ana, settings)],
    ...ticket.replies.map((reply) => ['needed sooner', neededSoonerCard(ticket, reply, settings)] as const),
    ...(ticket.updates ?? []).map(
      (update) =>
        [
          'settled notice',
          settledNoticeCard(ticket, { clocks: clocksTold(ticket), update }, noticeView(ticket)),
        ] as const,
    ),
    ['clock notice', clockNoticeCard(ticket, clocksTold(ticket), noticeView(ticket))],
    [
      'change notice',
      changeNoticeCard(ticket, { news: newsOfAll(ticket), before: ticket }, noticeView(ticket)),
    ],
    ['nudge', nudgeCard(ticket, { kind: 'woken', at: ticket.changedAt, person: ana }, settings)],
    ['morning list', morningCard(listOf(ticket), [summaryOf(ticket)], settings)],
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

/** A list with this ticket on it, for every reason there is. */
function listOf(ticket: Ticket) {
  const at = ticket.changedAt;
  const reasons = reminderReasons.map((reason) => ({ reason, since: ticket.openedAt }));
  return { person: ana, at, entries: [{ ticket: ticket.id, reasons }] };
}

/** Every card about a ticket that goes to the requester. */
export function requesterCards(ticket: Ticket): Named<Card> {
  return [
    ['notice', noticeCard(ticket, settings)],
    ...ticket.messages.map((message) => ['joined', joinedCard(ticket, message)] as const),
    ...ticket.replies.map((reply) => ['reply', replyCard(ticket, reply)] as const),
    ['ask', askCard(ticket, ticket.changedAt)],
    ['closing', closingCard(ticket, settings)],
    ['follow-up', followUpCard(ticket, followUpKey(ticket.changedAt), settings)],
    ['open follow-up', followUpCard(asked(ticket), followUpKey(ticket.changedAt), settings)],
  ];
}

/** Waited for, and asked in this very moment whether they still need us. */
function asked(ticket: Ticket): Ticket {
  const at = ticket.changedAt;
  return { ...ticket, status: 'pending', statusLog: [{ status: 'pending', at }], followedUpAt: at };
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
    ['notices', preferencesForm(notices)],
    ['due times', dueForm(ticket, settings, ticket.changedAt)],
    ...(ticket.updates ?? []).map(
      (update) =>
        ['update', updateForm(ticket, { update, context: { ticket: ticket.id } }, settings)] as const,
    ),
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
      agentHome(
        { mine: tickets, unassigned: tickets, atRisk: tickets, asked: tickets, notices },
        viewOf(ticket),
      ),
    ],
    ['requester', requesterHome(tickets, settings)],
  ];
}
