import { newTicketForm } from '../../src/cards/forms/ticket-forms.ts';
import { wholeTicketForm } from '../../src/cards/forms/whole-ticket-form.ts';
import { helpCard, requesterHelpCard } from '../../src/cards/help.ts';
import { requesterListBlocks, requesterListCard } from '../../src/cards/requester/requester-list.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { atRiskTitle, journalCard, teamListBlocks, ticketListCard } from '../../src/cards/team/lists.ts';
import { searchCard } from '../../src/cards/team/search-card.ts';
import { type Desk, isTeam } from '../../src/desk.ts';
import { queueNames } from '../../src/domain/desk-settings.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import { attentions, liveStatuses, type Status } from '../../src/domain/words.ts';
import type { InboxOutcome, TicketFilter } from '../../src/store-port.ts';
import { askedIn, loadTicket } from '../../src/workflows/change-ticket.ts';
import { openFromWords } from '../../src/workflows/open-ticket.ts';
import { showCard, showForm, tell } from '../answer.ts';
import type { Command, CommandHandler } from '../table.ts';

const done: InboxOutcome = { outcome: 'done' };

/** `/ticket <text>` opens a ticket; `/ticket` alone opens the form. */
export const open: CommandHandler = async (desk, event, rest) => {
  if (rest === '') {
    await showForm(desk, event.handle, newTicketForm());
    return done;
  }
  const ticket = await openFromWords(
    desk,
    { door: 'command', requester: event.by, text: rest, key: event.keys[0] ?? rest, at: event.at },
    askedIn(desk, event),
  );
  await tell(
    desk,
    event.handle,
    `Thank you, your ticket is ${ticket.id}. We answer you in a direct message.`,
  );
  return { outcome: 'opened', ticket: ticket.id };
};

export const help: CommandHandler = async (desk, event) => {
  await showCard(desk, event.handle, isTeam(desk.people, event.by) ? helpCard() : requesterHelpCard());
  return done;
};

export const mine: CommandHandler = async (desk, event) => {
  const { store, settings } = desk;
  if (isTeam(desk.people, event.by)) {
    const tickets = await store.tickets({ assignee: event.by, status: liveStatuses, order: 'due' });
    await showCard(
      desk,
      event.handle,
      ticketListCard('Your tickets', tickets, { settings, now: desk.clock.now() }),
    );
  } else {
    const tickets = await store.tickets({ requester: event.by, limit: 50 });
    await showCard(desk, event.handle, requesterListCard(tickets, settings));
  }
  return done;
};

export const list: CommandHandler = async (desk, event, rest) => {
  if (!isTeam(desk.people, event.by)) return mine(desk, event, '');
  const choice = listOf(desk, event, rest.toLowerCase());
  if (!choice) {
    const queues = queueNames(desk.settings).join(', ');
    await tell(
      desk,
      event.handle,
      `There is no list “${rest}”. Choose unassigned, at-risk, escalations, mine, solved, closed, or a queue: ${queues}.`,
    );
    return done;
  }
  const { store, settings, clock } = desk;
  const tickets = await store.tickets(choice.filter);
  await showCard(desk, event.handle, ticketListCard(choice.title, tickets, { settings, now: clock.now() }));
  return done;
};

function listOf(
  desk: Desk,
  event: Command,
  name: string,
): { title: string; filter: TicketFilter } | undefined {
  const live = { status: liveStatuses, order: 'due' } as const;
  const ended = (status: Status) => ({ status: [status], order: 'newest' }) as const;
  switch (name) {
    case '':
    case 'all':
      return { title: 'Open tickets', filter: live };
    case 'unassigned':
      return { title: 'Unassigned', filter: { ...live, assignee: null } };
    case 'mine':
      return { title: 'Your tickets', filter: { ...live, assignee: event.by } };
    case 'at-risk':
      return { title: atRiskTitle, filter: { ...live, atRiskAt: desk.clock.now() } };
    case 'escalations':
      return { title: 'Escalations', filter: { ...live, attention: attentions } };
    case 'solved':
    case 'closed':
      return { title: name === 'solved' ? 'Solved' : 'Closed', filter: ended(name) };
    default: {
      const queue = queueNames(desk.settings).find((known) => known.toLowerCase() === name);
      return queue === undefined ? undefined : { title: `Queue ${queue}`, filter: { ...live, queue } };
    }
  }
}

export const show: CommandHandler = async (desk, event, rest) => {
  const [asked = ''] = rest.trim().split(/\s+/);
  const id = ticketIdIn(asked) ?? asked;
  const ticket = ticketIdIn(asked) === undefined ? undefined : await loadTicket(desk, id);
  const team = isTeam(desk.people, event.by);
  if (!ticket || !(team || ticket.requester === event.by)) {
    await tell(
      desk,
      event.handle,
      id === ''
        ? 'Which one? Write it like /ticket show T-12.'
        : `There is no ticket ${id} that you can see.`,
    );
    return done;
  }
  const draw = team ? wholeTicketForm : requesterTicketForm;
  const form = draw(ticket, desk.settings, desk.clock.now());
  await showForm(desk, event.handle, form);
  return done;
};

export const search: CommandHandler = async (desk, event, rest) => {
  if (rest === '') {
    await tell(desk, event.handle, 'What are you looking for? Write it like /ticket search refund.');
    return done;
  }
  const team = isTeam(desk.people, event.by);
  const hits = desk.search.tickets(rest, 50).map((hit) => hit.id);
  const found =
    hits.length === 0
      ? []
      : await desk.store.tickets({ ids: hits, ...(team ? {} : { requester: event.by }) });
  const tickets = [...found].sort((one, other) => hits.indexOf(one.id) - hits.indexOf(other.id)).slice(0, 10);
  const passages = desk.search.passages(rest, 5);
  const list = team
    ? teamListBlocks('Tickets', tickets, { settings: desk.settings, now: desk.clock.now() })
    : requesterListBlocks(tickets, desk.settings);
  await showCard(desk, event.handle, searchCard({ words: rest, list, passages }));
  return done;
};

export const journal: CommandHandler = async (desk, event) => {
  if (!isTeam(desk.people, event.by)) {
    await tell(desk, event.handle, 'Only the support team can read the intake journal.');
    return done;
  }
  const entries = await desk.store.intake({ limit: 100 });
  await showCard(desk, event.handle, journalCard(entries, desk.settings));
  return done;
};
