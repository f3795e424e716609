import { expect } from 'vitest';
import { Conflict } from '../../../src/domain/errors.ts';
import { aChange, all, aMessage, aSummary, claimAt, minutesAfterTen, type Rule, ten } from './builders.ts';

/** Adds to every list it can reach; answers how many there were. */
function scribbleOn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const within = Object.values(value).reduce<number>((sum, each) => sum + scribbleOn(each), 0);
  if (!Array.isArray(value)) return within;
  value.push('scribbled');
  return within + 1;
}

export const commitRules: readonly Rule[] = [
  [
    'gives back what was committed',
    async ({ store, reopen }) => {
      const state = { id: 'T-1', at: ten, nested: { list: [1, 'zwei', null, { três: true }] }, emoji: '🎫' };
      const version = await store.commit(aChange('T-1', { state, events: [{ a: 1 }, { b: ['x'] }] }));
      expect(version).toBe(1);
      const expected = { kind: 'ticket', id: 'T-1', version: 1, state, events: [{ a: 1 }, { b: ['x'] }] };
      expect(await store.load('ticket', 'T-1')).toMatchObject(expected);
      expect(await (await reopen()).load('ticket', 'T-1')).toMatchObject(expected);
    },
  ],
  [
    'knows nothing of what was never committed',
    async ({ store }) => {
      expect(await store.load('ticket', 'T-404')).toBeUndefined();
      expect(await store.load('directory', 'desk')).toBeUndefined();
      expect(await store.tickets({})).toEqual([]);
      expect(await store.intake({ limit: 10 })).toEqual([]);
      expect(await all(store.events(''))).toEqual([]);
    },
  ],
  [
    'appends events and replaces the state',
    async ({ store }) => {
      await store.commit(aChange('T-1', { events: [{ n: 1 }], state: { n: 1 } }));
      await store.commit(
        aChange('T-1', { expectedVersion: 1, events: [{ n: 2 }, { n: 3 }], state: { n: 3 } }),
      );
      expect(await store.load('ticket', 'T-1')).toMatchObject({
        version: 2,
        state: { n: 3 },
        events: [{ n: 1 }, { n: 2 }, { n: 3 }],
      });
    },
  ],
  [
    'refuses an old version and changes nothing',
    async ({ store }) => {
      await store.commit(aChange('T-1'));
      await store.commit(aChange('T-1', { expectedVersion: 1, state: { n: 2 } }));
      const late = aChange('T-1', {
        expectedVersion: 1,
        state: { n: 'late' },
        timers: [{ set: 'sla', kind: 'sla', dueAt: ten }],
        outbox: [{ add: 'reply', kind: 'reply', channel: 'slack:C1', priority: 1 }],
        summary: aSummary('T-1', { subject: 'late' }),
      });
      await expect(store.commit(late)).rejects.toBeInstanceOf(Conflict);
      await expect(store.commit({ ...late, expectedVersion: 0 })).rejects.toBeInstanceOf(Conflict);
      await expect(store.commit({ ...late, expectedVersion: 7 })).rejects.toBeInstanceOf(Conflict);
      await expect(store.commit(aChange('T-2', { expectedVersion: 1 }))).rejects.toBeInstanceOf(Conflict);
      expect(await store.load('ticket', 'T-1')).toMatchObject({
        version: 2,
        state: { n: 2 },
        timers: [],
        outbox: [],
      });
      expect(await store.load('ticket', 'T-2')).toBeUndefined();
      expect((await store.tickets({})).map(({ subject }) => subject)).toEqual(['Checkout fails']);
    },
  ],
  [
    'lets one of many at once win',
    async ({ store }) => {
      await store.commit(aChange('T-1'));
      const tries = Array.from({ length: 12 }, (_, n) =>
        store.commit(aChange('T-1', { expectedVersion: 1, state: { winner: n }, events: [{ winner: n }] })),
      );
      const ends = await Promise.allSettled(tries);
      const won = ends.flatMap((end, n) => (end.status === 'fulfilled' ? [n] : []));
      expect(won).toHaveLength(1);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict);
      const stored = await store.load('ticket', 'T-1');
      expect(stored).toMatchObject({ version: 2, state: { winner: won[0] } });
      expect(stored?.events).toHaveLength(2);
    },
  ],
  [
    'keeps no link to what was given or received',
    async ({ store }) => {
      const state = { list: ['kept'] };
      const events = [{ list: ['kept'] }];
      const threads = ['slack:C1:1'];
      await store.commit(aChange('T-1', { state, events, summary: aSummary('T-1', { threads }) }));
      const message = aMessage({ keys: ['k1'] });
      await store.receive(message, ten);
      state.list.push('changed');
      events[0]?.list.push('changed');
      threads.push('slack:C1:2');
      message.keys.push('k2');
      let leases = 0;
      const claimed = async () => {
        leases += 1;
        const claims = await claimAt(store, 'inbox', { now: minutesAfterTen(10 * leases) });
        return claims.map(({ entry }) => entry);
      };
      const look = async () => ({
        claimed: await claimed(),
        stored: await store.load('ticket', 'T-1'),
        summaries: await store.tickets({}),
        entries: await store.intake({ limit: 1 }),
      });
      const first = await look();
      expect(first).toMatchObject({
        stored: { state: { list: ['kept'] }, events: [{ list: ['kept'] }] },
        summaries: [{ threads: ['slack:C1:1'] }],
        entries: [{ event: { keys: ['k1'] } }],
      });
      const before = JSON.stringify(first);
      expect(scribbleOn(first)).toBeGreaterThan(9);
      expect(JSON.stringify(await look())).toBe(before);
    },
  ],
  [
    'keeps directory and knowledge beside the tickets',
    async ({ store, reopen }) => {
      const desk = { id: 'desk', expectedVersion: 0, events: [], at: ten } as const;
      await store.commit({ ...desk, kind: 'directory', state: { accounts: ['acme'] } });
      await store.commit({ ...desk, kind: 'knowledge', state: { articles: ['sso'] } });
      const again = await reopen();
      expect(await again.load('directory', 'desk')).toMatchObject({
        version: 1,
        state: { accounts: ['acme'] },
      });
      expect(await again.load('knowledge', 'desk')).toMatchObject({
        version: 1,
        state: { articles: ['sso'] },
      });
      expect(await again.tickets({})).toEqual([]);
    },
  ],
  [
    'gives events back in the order they were committed, from any point on',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { events: [{ n: 1 }, { n: 2 }] }));
      await store.commit(aChange('T-2', { events: [{ n: 3 }] }));
      await store.commit(aChange('T-1', { expectedVersion: 1, events: [{ n: 4 }] }));
      const closed = aSummary('T-2', { status: 'closed', closedAt: minutesAfterTen(1) });
      await store.commit(
        aChange('T-2', { expectedVersion: 1, events: [{ n: 5 }, { n: 6 }], summary: closed }),
      );
      const again = await reopen();
      await again.commit(aChange('T-1', { expectedVersion: 2, events: [{ n: 7 }] }));
      const events = await all(again.events(''));
      expect(events.map(({ event }) => event)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => ({ n })));
      expect(events.map(({ id }) => id)).toEqual(['T-1', 'T-1', 'T-2', 'T-1', 'T-2', 'T-2', 'T-1']);
      for (const [index, { cursor }] of events.entries()) {
        const rest = (await all(again.events(cursor))).map(({ event }) => event);
        expect(rest).toEqual(events.slice(index + 1).map(({ event }) => event));
      }
    },
  ],
  [
    'never skips an event for a reader who follows while many write',
    async ({ store }) => {
      const seen: unknown[] = [];
      let cursor = '';
      const follow = async () => {
        for (const each of await all(store.events(cursor))) {
          seen.push(each.event);
          cursor = each.cursor;
        }
      };
      const writes = Array.from({ length: 30 }, (_, n) =>
        store.commit(aChange(`T-${n + 1}`, { events: [{ n }] })),
      );
      for (const write of writes) await Promise.all([write, follow()]);
      await follow();
      expect(seen).toHaveLength(30);
      expect(new Set(seen.map((event) => JSON.stringify(event))).size).toBe(30);
    },
  ],
  [
    'never gives a ticket number twice, not even after a restart',
    async ({ store, reopen }) => {
      const given = await Promise.all(Array.from({ length: 45 }, () => store.nextTicketId()));
      const again = await reopen();
      for (let n = 0; n < 30; n += 1) given.push(await again.nextTicketId());
      await again.commit(aChange('T-900'));
      given.push('T-900', await (await reopen()).nextTicketId());
      expect(new Set(given).size).toBe(77);
      for (const id of given) expect(id).toMatch(/^T-[1-9]\d*$/);
    },
  ],
  [
    'tells watchers of commits and of what was heard, until they stop',
    async ({ store }) => {
      const heard: unknown[] = [];
      const stop = store.watch((news) => heard.push(news));
      await store.commit(aChange('T-1', { state: { n: 1 } }));
      await store.receive(aMessage(), ten);
      await expect.poll(() => heard).toEqual([{ kind: 'ticket', id: 'T-1', state: { n: 1 } }, 'inbox']);
      stop();
      await store.commit(aChange('T-2'));
      await store.load('ticket', 'T-2');
      expect(heard).toHaveLength(2);
    },
  ],
  [
    'refuses work after it was closed',
    async ({ store }) => {
      const last = store.commit(aChange('T-1'));
      await Promise.all([last, store.close()]);
      await expect(store.commit(aChange('T-2'))).rejects.toMatchObject({ name: 'Unreachable' });
      await expect(store.receive(aMessage(), ten)).rejects.toMatchObject({ name: 'Unreachable' });
    },
  ],
];
