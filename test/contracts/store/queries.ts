import { expect } from 'vitest';
import type { StorePort, TicketFilter, TicketSummary } from '../../../src/store-port.ts';
import { aChange, aSummary, minutesAfterTen, nowAndAfterRestart, type Rule } from './builders.ts';

const tickets: readonly TicketSummary[] = [
  aSummary('T-1', {
    status: 'new',
    openedAt: minutesAfterTen(1),
    threads: ['slack:C1:1', 'slack:C9:1'],
    dueAt: minutesAfterTen(40),
    dueTarget: 'first_response',
    riskAt: minutesAfterTen(30),
    owed: [
      { target: 'first_response', dueAt: minutesAfterTen(40) },
      { target: 'total_resolution', dueAt: minutesAfterTen(90) },
    ],
    queue: 'billing',
  }),
  aSummary('T-2', {
    openedAt: minutesAfterTen(2),
    assignee: 'slack:U2ANA',
    requester: 'slack:U3',
    account: 'acme',
    category: 'bug',
    severity: 'P1',
    requesterName: 'Dana Diaz',
    threads: ['slack:C1:2'],
    dueAt: minutesAfterTen(20),
    dueTarget: 'next_response',
    riskAt: minutesAfterTen(19),
    owed: [{ target: 'next_response', dueAt: minutesAfterTen(20) }, { target: 'next_update' }],
    missed: { first_response: 1, next_response: 2 },
  }),
  aSummary('T-3', {
    openedAt: minutesAfterTen(3),
    status: 'pending',
    account: 'acme',
    queue: 'billing',
    attention: 'unsure',
  }),
  aSummary('T-4', {
    openedAt: minutesAfterTen(4),
    status: 'closed',
    closedAt: minutesAfterTen(9),
    assignee: 'slack:U2ANA',
    missed: { next_response: 1 },
    threads: ['slack:C1:4'],
  }),
  aSummary('T-10', {
    openedAt: minutesAfterTen(4),
    status: 'closed',
    requester: 'slack:U3',
    queue: 'billing',
  }),
];

const table: readonly (readonly [meaning: string, filter: TicketFilter, ids: readonly string[]])[] = [
  ['all, newest first', {}, ['T-10', 'T-4', 'T-3', 'T-2', 'T-1']],
  ['oldest first', { order: 'oldest' }, ['T-1', 'T-2', 'T-3', 'T-4', 'T-10']],
  ['due first, what is owed nothing last', { order: 'due' }, ['T-2', 'T-1', 'T-3', 'T-4', 'T-10']],
  ['at most two', { limit: 2 }, ['T-10', 'T-4']],
  ['a thread', { thread: 'slack:C9:1' }, ['T-1']],
  ['a thread of a closed ticket', { thread: 'slack:C1:4' }, ['T-4']],
  ['a thread of nobody', { thread: 'slack:C1:99' }, []],
  ['ids', { ids: ['T-2', 'T-404', 'T-4', 'T-2'] }, ['T-4', 'T-2']],
  ['no ids', { ids: [] }, []],
  ['one status', { status: ['pending'] }, ['T-3']],
  ['several statuses', { status: ['new', 'closed'] }, ['T-10', 'T-4', 'T-1']],
  ['no status', { status: [] }, []],
  ['a requester', { requester: 'slack:U3' }, ['T-10', 'T-2']],
  ['an account', { account: 'acme' }, ['T-3', 'T-2']],
  ['an assignee', { assignee: 'slack:U2ANA' }, ['T-4', 'T-2']],
  ['nobody assigned', { assignee: null }, ['T-10', 'T-3', 'T-1']],
  ['a queue', { queue: 'billing' }, ['T-10', 'T-3', 'T-1']],
  ['what the desk is not sure of', { attention: ['unsure'] }, ['T-3']],
  ['what was escalated', { attention: ['escalated'] }, []],
  ['what needs somebody who decides more', { attention: ['escalated', 'unsure'] }, ['T-3']],
  ['opened since, that moment included', { openedSince: minutesAfterTen(3) }, ['T-10', 'T-4', 'T-3']],
  ['due before, that moment left out', { dueBefore: minutesAfterTen(40) }, ['T-2']],
  ['at risk, that moment included', { atRiskAt: minutesAfterTen(19), order: 'due' }, ['T-2']],
  ['at risk later, what is due first', { atRiskAt: minutesAfterTen(300), order: 'due' }, ['T-2', 'T-1']],
  ['all conditions together', { queue: 'billing', assignee: null, status: ['closed'] }, ['T-10']],
  ['conditions that contradict', { ids: ['T-1'], status: ['closed'] }, []],
];

const idsOf = async (store: StorePort, filter: TicketFilter) =>
  (await store.tickets(filter)).map(({ id }) => id);

export const queryRules: readonly Rule[] = [
  [
    'every filter means what it says, before and after a restart',
    async ({ store, reopen }) => {
      for (const summary of tickets) await store.commit(aChange(summary.id, { summary }));
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        for (const [meaning, filter, ids] of table) {
          expect(await idsOf(each, filter), meaning).toEqual(ids);
        }
      });
    },
  ],
  [
    'gives a summary back whole',
    async ({ store, reopen }) => {
      for (const summary of tickets) await store.commit(aChange(summary.id, { summary }));
      expect(await store.tickets({ order: 'oldest' })).toEqual(tickets);
      expect(await (await reopen()).tickets({ order: 'oldest' })).toEqual(tickets);
    },
  ],
  [
    'finds a ticket by what it is now, not by what it was',
    async ({ store, reopen }) => {
      const change = (version: number, summary: Partial<TicketSummary>) =>
        aChange('T-1', { expectedVersion: version, summary: aSummary('T-1', summary) });
      await store.commit(change(0, { threads: ['slack:C1:1', 'slack:C9:1'] }));
      await store.commit(change(1, { status: 'closed', threads: ['slack:C1:1'] }));
      expect(await idsOf(store, { thread: 'slack:C9:1' })).toEqual([]);
      expect(await idsOf(store, { status: ['open'] })).toEqual([]);
      await store.commit(
        change(2, { status: 'open', assignee: 'slack:U2', threads: ['slack:C1:1', 'slack:C7:1'] }),
      );
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        expect(await idsOf(each, { status: ['closed'] })).toEqual([]);
        expect(await idsOf(each, { status: ['open'], thread: 'slack:C7:1' })).toEqual(['T-1']);
        expect(await each.load('ticket', 'T-1')).toMatchObject({ version: 3 });
        expect(each.health(minutesAfterTen(5)).tickets).toBe(1);
      });
    },
  ],
  [
    'counts what is owed, late and was missed, before and after a restart',
    async ({ store, reopen }) => {
      for (const summary of tickets) await store.commit(aChange(summary.id, { summary }));
      const figures = (running: number, paused: number, overdue: number, missed: number) => ({
        running,
        paused,
        overdue,
        missed,
      });
      await nowAndAfterRestart({ store, reopen }, async (each) => {
        await each.tickets({ status: ['closed'] });
        expect(each.health(minutesAfterTen(40)).clocks).toEqual([
          { target: 'first_response', ...figures(1, 0, 0, 1) },
          { target: 'next_response', ...figures(1, 0, 1, 3) },
          { target: 'next_update', ...figures(0, 1, 0, 0) },
          { target: 'first_resolution', ...figures(0, 0, 0, 0) },
          { target: 'total_resolution', ...figures(1, 0, 0, 0) },
        ]);
      });
    },
  ],
  [
    'counts a ticket as it is now, also when it was closed or reopened',
    async ({ store }) => {
      const missed = { next_update: 2 };
      const owed = [{ target: 'next_update' as const, dueAt: minutesAfterTen(5) }];
      const update = () =>
        store.health(minutesAfterTen(6)).clocks.find(({ target }) => target === 'next_update');
      await store.commit(aChange('T-1', { summary: aSummary('T-1', { owed }) }));
      expect(update()).toEqual({ target: 'next_update', running: 1, paused: 0, overdue: 1, missed: 0 });
      const closed = aSummary('T-1', { status: 'closed', missed });
      await store.commit(aChange('T-1', { expectedVersion: 1, summary: closed }));
      expect(update()).toEqual({ target: 'next_update', running: 0, paused: 0, overdue: 0, missed: 2 });
      const reopened = aSummary('T-1', { missed, owed: [{ target: 'next_update' }] });
      await store.commit(aChange('T-1', { expectedVersion: 2, summary: reopened }));
      expect(update()).toEqual({ target: 'next_update', running: 0, paused: 1, overdue: 0, missed: 2 });
    },
  ],
  [
    'two tickets may share a thread',
    async ({ store }) => {
      const threads = ['slack:C1:1'];
      await store.commit(aChange('T-1', { summary: aSummary('T-1', { threads, status: 'closed' }) }));
      await store.commit(aChange('T-2', { summary: aSummary('T-2', { threads }) }));
      expect(await idsOf(store, { thread: 'slack:C1:1', order: 'oldest' })).toEqual(['T-1', 'T-2']);
      expect(await idsOf(store, { thread: 'slack:C1:1', status: ['closed'] })).toEqual(['T-1']);
    },
  ],
];
