import { expect, test } from 'vitest';
import { helpCard, requesterHelpCard } from '../../src/cards/help.ts';
import { agentHome, requesterHome } from '../../src/cards/home.ts';
import { requesterListCard } from '../../src/cards/requester/requester-list.ts';
import { journalCard, ticketListCard } from '../../src/cards/team/lists.ts';
import { searchCard } from '../../src/cards/team/search-card.ts';
import type { InboxEntry, TicketSummary } from '../../src/store-port.ts';
import { after, ana, dana, settings, support, ten } from '../support/builders.ts';
import { actionsOf, itemsOf, readText } from './reading.ts';

const view = { settings, now: ten };

const summary = (id: string, given: Partial<TicketSummary> = {}): TicketSummary => ({
  id,
  subject: `Subject of ${id}`,
  status: 'open',
  requester: dana,
  openedAt: ten,
  changedAt: ten,
  threads: [],
  ...given,
});
const many = (count: number) => Array.from({ length: count }, (_, i) => summary(`T-${i + 1}`));
const list = (tickets: readonly TicketSummary[]) => ticketListCard('Open tickets', tickets, view);

test.each([
  [0, 'Open tickets: 0 tickets'],
  [1, 'Open tickets: 1 ticket'],
  [2, 'Open tickets: 2 tickets'],
  [1200, 'Open tickets: 1,200 tickets'],
])('%i are counted in words', (count, words) => {
  expect(list(many(count)).summary).toBe(words);
});

test('an empty list says so and offers nothing to open', () => {
  expect(readText(list([]).blocks)).toContain('Nothing here right now.');
  expect(actionsOf(list([]).blocks)).toEqual([]);
});

test('a line shows what matters for choosing', () => {
  const line = readText(
    list([
      summary('T-4', {
        severity: 'P1',
        account: 'Acme',
        assignee: ana,
        dueAt: after(15),
        dueTarget: 'next_update',
      }),
    ]).blocks,
  );
  expect(line).toContain('T-4 Subject of T-4');
  expect(line).toContain('🔴 P1 critical');
  expect(line).toContain('Acme');
  expect(line).toContain(`@${ana}`);
  expect(line).toContain('next update by 11:15 (Europe/Berlin)');
  expect(readText(list(many(1)).blocks)).toContain('unassigned');
});

test('a long list shows fifteen and says how many more there are', () => {
  const { blocks } = list(many(18));
  expect(readText(blocks)).toContain('and 3 more');
  expect(readText(blocks)).not.toContain('T-16');
  expect(itemsOf(blocks)[0]).toMatchObject({ action: 'open_ticket' });
});

const entry = (number: number, given: Partial<InboxEntry> = {}): InboxEntry => ({
  number,
  receivedAt: ten,
  event: {
    type: 'message',
    keys: [`k${number}`],
    at: ten,
    mentionsDesk: false,
    message: {
      id: `${support}:m${number}`,
      thread: `${support}:m${number}`,
      place: { channel: support, kind: 'channel' },
      author: dana,
      byApp: false,
      text: 'Thanks!',
      files: [],
      at: ten,
    },
  },
  ...given,
});

test('the journal says what became of every message, and offers a ticket only for what was put aside', () => {
  const card = journalCard(
    [
      entry(1, { result: { outcome: 'ignored', reason: 'Only thanks', at: ten } }),
      entry(2, { result: { outcome: 'opened', ticket: 'T-1', at: ten } }),
      entry(3, { result: { outcome: 'joined', ticket: 'T-1', at: ten } }),
      entry(4),
      entry(5, { result: { outcome: 'parked', reason: 'the disk is full', at: ten } }),
    ],
    settings,
  );
  const text = readText(card.blocks);
  for (const words of [
    'no ticket: only thanks',
    'opened T-1',
    'joined T-1',
    'being handled',
    'could not be handled: the disk is full',
  ]) {
    expect(text).toContain(words);
  }
  expect(itemsOf(card.blocks)).toMatchObject([{ action: 'make_ticket', subject: '1' }]);
});

test('the journal repeats no words that were deleted since, and offers no ticket for them', () => {
  const put = { result: { outcome: 'ignored', reason: 'Only thanks', at: ten } } as const;
  const [first, second] = [entry(1, put), entry(2, put)];
  const [gone, other] = [first, second].map(({ event }) => (event.type === 'message' ? event.message : null));
  const message = { ...other!, text: 'Thanks, both of you' };
  const { id, thread, place } = gone!;
  const card = journalCard(
    [
      entry(4, { event: { type: 'message_edited', keys: ['k4'], at: after(2), message } }),
      entry(3, {
        event: { type: 'message_deleted', keys: ['k3'], at: after(1), by: dana, id, thread, place },
      }),
      second,
      first,
    ],
    settings,
  );
  const text = readText(card.blocks);
  expect(text).not.toContain('Thanks!');
  expect(text).toContain('“Thanks, both of you” → no ticket: only thanks');
  expect(text).toContain('(deleted by its author) → no ticket: only thanks');
  expect(itemsOf(card.blocks)).toMatchObject([{ action: 'make_ticket', subject: '2' }]);
});

test('an empty journal says so', () => {
  expect(readText(journalCard([], settings).blocks)).toContain('No messages yet.');
});

test('a search shows articles with their links below what it is given', () => {
  const passage = {
    id: 'refunds#1',
    article: 'refunds',
    title: 'Refunds',
    heading: 'How long',
    text: 'Within **14 days**.',
    url: 'https://kb.test/refunds',
  };
  const found = searchCard({ words: 'refund', list: [], passages: [passage] });
  expect(readText(found.blocks)).toContain('Refunds › How long: Within 14 days.');
  const nothing = searchCard({ words: 'refund', list: [], passages: [] });
  expect(readText(nothing.blocks)).toContain('No article has these words.');
});

test('an agent’s home has their queue, what is at risk, what is nobody’s', () => {
  const home = agentHome({ mine: many(1), unassigned: [], atRisk: [], asked: [] }, view);
  expect(readText(home.blocks)).toMatch(
    /My queue · 1 ticket[\s\S]*At risk · 0 tickets[\s\S]*Unassigned · 0 tickets/,
  );
  expect(actionsOf(home.blocks)).toContain('new_ticket');
});

test('what stands under At risk is counted in the other lists, not repeated', () => {
  const [one, two, three] = many(3).map((each, index) => ({
    ...each,
    ...(index < 2 ? { dueAt: after(-5) } : {}),
  }));
  const atRisk = [one!, two!];
  const unassigned = [one!, two!, three!];
  const home = readText(agentHome({ mine: [one!], unassigned, atRisk, asked: [] }, view).blocks);
  const [, own = '', risky = '', rest = ''] =
    /My queue([\s\S]*)At risk([\s\S]*)Unassigned([\s\S]*)/.exec(home) ?? [];
  expect([own, risky].every((words) => words.includes('T-1'))).toBe(true);
  expect(rest).toMatch(/^ · 3 tickets, 2 overdue, 2 also at risk/);
  expect(rest).toContain('T-3');
  expect(rest).not.toMatch(/T-[12] /);
  const only = readText(agentHome({ mine: [], unassigned: atRisk, atRisk, asked: [] }, view).blocks);
  expect(only).toMatch(/Unassigned · 2 tickets, 2 overdue, 2 also at risk$/);
});

test('what is at risk beyond the lines of its list is shown where it stands', () => {
  const all = many(17);
  const home = readText(agentHome({ mine: [], unassigned: all, atRisk: all, asked: [] }, view).blocks);
  expect(home).toMatch(/Unassigned · 17 tickets, 15 also at risk[\s\S]*T-16[\s\S]*T-17/);
});

test('a requester’s home has a way to ask and their tickets', () => {
  const home = requesterHome([], settings);
  expect(readText(home.blocks)).toContain('How can we help?');
  expect(actionsOf(home.blocks)).toContain('new_ticket');
});

test('the help names every command', () => {
  for (const word of ['mine', 'list', 'show', 'search', 'journal', 'help']) {
    expect(readText(helpCard().blocks)).toContain(`/ticket ${word}`);
  }
});

test('a requester’s help names what they may do, and nothing of the team’s', () => {
  const words = readText(requesterHelpCard().blocks);
  for (const word of ['mine', 'show', 'search', 'help']) expect(words).toContain(`/ticket ${word}`);
  expect(words).not.toMatch(/journal|unassigned|at-risk/);
});

test('a requester’s list speaks of how it stands, not of how the team sorts it', () => {
  const words = readText(requesterListCard(many(1), settings).blocks);
  expect(words).toContain('Your tickets · 1 ticket');
  expect(words).not.toMatch(/unassigned|P[1-4]|queue/);
});

test('a requester reads when the first answer is owed, and nothing of our other promises', () => {
  const owed = [
    { target: 'next_update' as const, dueAt: after(5) },
    { target: 'first_response' as const, dueAt: after(15) },
  ];
  const ticket = summary('T-1', { dueAt: after(5), dueTarget: 'next_update', owed });
  const words = readText(requesterListCard([ticket], settings).blocks);
  expect(words).toContain('first answer by 20 Nov 11:15');
  expect(words).not.toContain('update');
  const answered = summary('T-2', { ...ticket, owed: owed.slice(0, 1) });
  expect(readText(requesterListCard([answered], settings).blocks)).not.toMatch(/by|due/);
});

test('what is late says since when, what is not says by when, and another day is named', () => {
  const late = summary('T-1', { dueAt: after(-20), dueTarget: 'first_response' });
  const soon = summary('T-2', { dueAt: after(20), dueTarget: 'next_update' });
  const later = summary('T-3', { dueAt: after(24 * 60), dueTarget: 'total_resolution' });
  const words = readText(list([late, soon, later, summary('T-4')]).blocks);
  expect(words).toContain('first answer overdue since 10:40 (Europe/Berlin)');
  expect(words).toContain('next update by 11:20 (Europe/Berlin)');
  expect(words).toContain('solution by 21 Nov 11:00 (Europe/Berlin)');
  expect(words).toContain('4 tickets, 1 overdue');
});

test('what is at risk says so when it is empty', () => {
  const words = readText(ticketListCard('At risk', [], view).blocks);
  expect(words).toContain('Nothing is overdue, and nothing is due soon.');
});
