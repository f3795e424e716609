import { expect } from 'vitest';
import type { OutboxAdd } from '../../../src/store-port.ts';
import { aChange, aSummary, claimAt, minutesAfterTen, only, type Rule } from './builders.ts';

const add = (key: string, change: Partial<OutboxAdd> = {}): OutboxAdd => ({
  add: key,
  kind: 'reply',
  channel: 'slack:C1',
  priority: 5,
  ...change,
});
const nextTo = (version: number, outbox: NonNullable<Parameters<typeof aChange>[1]>['outbox']) =>
  aChange('T-1', { expectedVersion: version, ...(outbox === undefined ? {} : { outbox }) });

export const outboxRules: readonly Rule[] = [
  [
    'says one thing of a channel at a time: by priority, then age',
    async ({ store, reopen }) => {
      const rows = [
        add('third'),
        add('first', { priority: 1 }),
        add('fourth'),
        add('second', { priority: 1 }),
      ];
      await store.commit(aChange('T-1', { outbox: rows }));
      await store.commit(
        aChange('T-2', { at: minutesAfterTen(-9), outbox: [add('oldest', { priority: 1 })] }),
      );
      let open = store;
      const said: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        const claim = await only(claimAt(open, 'outbox'));
        expect(await claimAt(open, 'outbox')).toEqual([]);
        said.push(claim.row.key);
        const stored = await open.load('ticket', claim.id);
        const done = { done: claim.row.key, generation: claim.row.generation };
        await open.commit(aChange(claim.id, { expectedVersion: stored?.version ?? 0, outbox: [done] }));
        if (n === 2) open = await reopen();
      }
      expect(said).toEqual(['oldest', 'first', 'second', 'third', 'fourth']);
      expect(open.health(minutesAfterTen(5)).outboxWaiting).toBe(0);
    },
  ],
  [
    'channels do not wait for each other, and busy ones are left out',
    async ({ store }) => {
      const outbox = ['a', 'b', 'c', 'd'].map((name) => add(name, { channel: `slack:C-${name}` }));
      await store.commit(aChange('T-1', { outbox }));
      const busy = new Set(['slack:C-a', 'slack:C-c']);
      expect((await claimAt(store, 'outbox', { busy })).map(({ row }) => row.key)).toEqual(['b', 'd']);
      expect((await claimAt(store, 'outbox', { limit: 1 })).map(({ row }) => row.key)).toEqual(['a']);
      expect((await claimAt(store, 'outbox')).map(({ row }) => row.key)).toEqual(['c']);
    },
  ],
  [
    'gives a row back whole, and once however many ask',
    async ({ store }) => {
      await store.commit(aChange('T-1', { outbox: [add('r', { ref: 'reply-7' })] }));
      const takers = await Promise.all(Array.from({ length: 5 }, () => claimAt(store, 'outbox')));
      const expected = { key: 'r', kind: 'reply', channel: 'slack:C1', ref: 'reply-7', priority: 5 };
      expect(takers.flat()).toMatchObject([{ kind: 'ticket', id: 'T-1', row: expected, maybeSaid: false }]);
      expect((await store.load('ticket', 'T-1'))?.outbox).toEqual(takers.flat().map(({ row }) => row));
    },
  ],
  [
    'what is added again while it waits is said once, newest, in its old place',
    async ({ store }) => {
      await store.commit(aChange('T-1', { outbox: [add('card'), add('reply')] }));
      await store.commit({ ...nextTo(1, [add('card', { ref: 'newer' })]), at: minutesAfterTen(2) });
      expect(store.health(minutesAfterTen(5)).outboxWaiting).toBe(2);
      const claim = await only(claimAt(store, 'outbox'));
      expect(claim.row).toMatchObject({ key: 'card', ref: 'newer' });
      await store.commit(nextTo(2, [{ done: 'card', generation: claim.row.generation }]));
      expect((await only(claimAt(store, 'outbox'))).row.key).toBe('reply');
    },
  ],
  [
    'what is added again while it is out is said again',
    async ({ store }) => {
      await store.commit(aChange('T-1', { outbox: [add('card')] }));
      const first = await only(claimAt(store, 'outbox'));
      await store.commit(nextTo(1, [add('card')]));
      expect(await claimAt(store, 'outbox')).toEqual([]);
      await store.commit(nextTo(2, [{ done: 'card', generation: first.row.generation }]));
      const second = await only(claimAt(store, 'outbox'));
      expect(second.row.generation).toBeGreaterThan(first.row.generation);
      await store.commit(nextTo(3, [{ done: 'card', generation: second.row.generation }]));
      expect(await claimAt(store, 'outbox', { now: minutesAfterTen(60) })).toEqual([]);
      expect((await store.load('ticket', 'T-1'))?.outbox).toEqual([]);
    },
  ],
  [
    'what is no longer worth saying goes, unless it was added again',
    async ({ store }) => {
      await store.commit(aChange('T-1', { outbox: [add('card')] }));
      const first = await only(claimAt(store, 'outbox'));
      await store.commit(nextTo(1, [add('card')]));
      await store.settle('outbox', first, { stale: true });
      const second = await only(claimAt(store, 'outbox'));
      await store.settle('outbox', second, { stale: true });
      expect(await claimAt(store, 'outbox', { now: minutesAfterTen(60) })).toEqual([]);
      expect(await store.load('ticket', 'T-1')).toMatchObject({ version: 2, outbox: [] });
    },
  ],
  [
    'a lease that ran out and a try that may have been heard are told to the next',
    async ({ store }) => {
      await store.commit(aChange('T-1', { outbox: [add('r')] }));
      const first = await only(claimAt(store, 'outbox'));
      expect(first.maybeSaid).toBe(false);
      await store.settle('outbox', first, { retryAt: minutesAfterTen(6), reason: 'refused' });
      const second = await only(claimAt(store, 'outbox', { now: minutesAfterTen(6) }));
      expect(second).toMatchObject({ maybeSaid: false, attempts: 2 });
      await store.settle('outbox', second, {
        retryAt: minutesAfterTen(7),
        reason: 'timeout',
        maybeSaid: true,
      });
      const third = await only(claimAt(store, 'outbox', { now: minutesAfterTen(7) }));
      expect(third.maybeSaid).toBe(true);
      await store.commit(aChange('T-2', { outbox: [add('other', { channel: 'slack:C2' })] }));
      await only(claimAt(store, 'outbox', { now: minutesAfterTen(7) }));
      const late = await claimAt(store, 'outbox', { now: minutesAfterTen(9) });
      expect(late.map(({ row, maybeSaid }) => [row.key, maybeSaid])).toEqual([
        ['r', true],
        ['other', true],
      ]);
    },
  ],
  [
    'what was waiting before a restart may have been said',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { outbox: [add('r')] }));
      const again = await reopen();
      expect(await claimAt(again, 'outbox')).toMatchObject([{ row: { key: 'r' }, maybeSaid: true }]);
    },
  ],
  [
    'a reply that waits holds back what follows it of its ticket, and nobody else',
    async ({ store }) => {
      await store.commit(aChange('T-1', { outbox: [add('one'), add('two')] }));
      await store.commit(aChange('T-2', { at: minutesAfterTen(1), outbox: [add('other')] }));
      const one = await only(claimAt(store, 'outbox'));
      await store.settle('outbox', one, { retryAt: minutesAfterTen(30), reason: 'timeout' });
      const other = await only(claimAt(store, 'outbox'));
      expect(other.row.key).toBe('other');
      await store.settle('outbox', other, { stale: true });
      expect(await claimAt(store, 'outbox')).toEqual([]);
      expect((await only(claimAt(store, 'outbox', { now: minutesAfterTen(30) }))).row.key).toBe('one');
    },
  ],
  [
    'a card that waits never holds back a reply',
    async ({ store }) => {
      await store.commit(
        aChange('T-1', { outbox: [add('card', { kind: 'card', priority: 1 }), add('reply')] }),
      );
      const card = await only(claimAt(store, 'outbox'));
      await store.settle('outbox', card, { retryAt: minutesAfterTen(30), reason: 'pace' });
      expect((await only(claimAt(store, 'outbox'))).row.key).toBe('reply');
    },
  ],
  [
    'what was given up waits for a person, over a restart, and holds back nothing',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { outbox: [add('lost'), add('next')] }));
      const lost = await only(claimAt(store, 'outbox'));
      await store.settle('outbox', lost, { parked: 'channel_not_found', at: minutesAfterTen(6) });
      const again = await reopen();
      const health = again.health(minutesAfterTen(6));
      expect([health.parked, health.outboxWaiting]).toEqual([1, 1]);
      expect((await again.load('ticket', 'T-1'))?.outbox[0]).toMatchObject({
        key: 'lost',
        parked: { at: minutesAfterTen(6), reason: 'channel_not_found' },
      });
      expect((await only(claimAt(again, 'outbox'))).row.key).toBe('next');
      await again.commit(nextTo(1, [{ done: 'next', generation: 9 }, add('lost')]));
      expect((await only(claimAt(again, 'outbox'))).row).not.toHaveProperty('parked');
      expect(again.health(minutesAfterTen(6)).parked).toBe(0);
    },
  ],
  [
    'what a closed ticket has to say is still said after a restart',
    async ({ store, reopen }) => {
      const summary = aSummary('T-1', { status: 'closed', closedAt: minutesAfterTen(1) });
      await store.commit(aChange('T-1', { summary, outbox: [add('card')] }));
      const again = await reopen();
      const claim = await only(claimAt(again, 'outbox'));
      const done = [{ done: 'card', generation: claim.row.generation }];
      await again.commit(aChange('T-1', { summary, expectedVersion: 1, outbox: done }));
      const last = await reopen();
      expect(await claimAt(last, 'outbox')).toEqual([]);
      expect(await last.load('ticket', 'T-1')).toMatchObject({ version: 2, outbox: [] });
    },
  ],
];
