import { expect } from 'vitest';
import { aChange, aSummary, claimAt, minutesAfterTen, only, type Rule, secondsAfterTen } from './builders.ts';

const dueAt = minutesAfterTen(1);
const withTimers = (...keys: readonly string[]) =>
  keys.map((set, index) => ({ set, kind: 'sla', dueAt: secondsAfterTen(60 - index) }));

export const timerRules: readonly Rule[] = [
  [
    'gives a due timer once, and again when its lease has run out',
    async ({ store }) => {
      await store.commit(aChange('T-1', { timers: [{ set: 'sla', kind: 'warn', dueAt }] }));
      expect(await claimAt(store, 'timers', { now: secondsAfterTen(59) })).toEqual([]);
      const claim = await only(claimAt(store, 'timers', { now: dueAt }));
      expect(claim).toMatchObject({ kind: 'ticket', id: 'T-1', timer: { key: 'sla', kind: 'warn', dueAt } });
      expect(await claimAt(store, 'timers', { now: secondsAfterTen(119) })).toEqual([]);
      const again = await only(claimAt(store, 'timers', { now: minutesAfterTen(2) }));
      expect(again.timer).toEqual(claim.timer);
      expect(again.attempts).toBe(claim.attempts + 1);
    },
  ],
  [
    'gives timers soonest first and never to two takers',
    async ({ store }) => {
      for (let n = 1; n <= 5; n += 1) {
        await store.commit(
          aChange(`T-${n}`, { timers: [{ set: 'x', kind: 'x', dueAt: secondsAfterTen(60 - n) }] }),
        );
      }
      const now = minutesAfterTen(5);
      expect((await claimAt(store, 'timers', { now, limit: 1 })).map(({ id }) => id)).toEqual(['T-5']);
      const takers = await Promise.all(
        Array.from({ length: 6 }, () => claimAt(store, 'timers', { now, limit: 2 })),
      );
      expect(takers.flat().map(({ id }) => id)).toEqual(['T-4', 'T-3', 'T-2', 'T-1']);
    },
  ],
  [
    'leaves out the kinds it is asked to leave out, and gives them later in their order',
    async ({ store }) => {
      for (const [n, kind] of ['work', 'remind', 'work', 'remind'].entries()) {
        await store.commit(
          aChange(`T-${n}`, { timers: [{ set: 'x', kind, dueAt: secondsAfterTen(10 + n) }] }),
        );
      }
      const without = new Set(['work']);
      const reminders = await claimAt(store, 'timers', { without });
      expect(reminders.map(({ id }) => id)).toEqual(['T-1', 'T-3']);
      expect(await claimAt(store, 'timers', { without })).toEqual([]);
      expect((await claimAt(store, 'timers')).map(({ id }) => id)).toEqual(['T-0', 'T-2']);
    },
  ],
  [
    'a timer that is set anew fires at its new time only',
    async ({ store }) => {
      await store.commit(aChange('T-1', { timers: [{ set: 'sla', kind: 'x', dueAt }] }));
      const old = await only(claimAt(store, 'timers'));
      const later = minutesAfterTen(30);
      await store.commit(
        aChange('T-1', { expectedVersion: 1, timers: [{ set: 'sla', kind: 'x', dueAt: later }] }),
      );
      expect(await claimAt(store, 'timers', { now: minutesAfterTen(29) })).toEqual([]);
      await store.settle('timers', old, { stale: true });
      const fresh = await only(claimAt(store, 'timers', { now: later }));
      expect(fresh.timer.generation).toBeGreaterThan(old.timer.generation);
    },
  ],
  [
    'a cancelled timer never fires, and its key can be used again',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { timers: withTimers('sla') }));
      const first = await only(claimAt(store, 'timers'));
      await store.commit(
        aChange('T-1', { expectedVersion: 1, timers: [{ cancel: 'sla' }, { cancel: 'unknown' }] }),
      );
      expect(await claimAt(store, 'timers', { now: minutesAfterTen(60) })).toEqual([]);
      const again = await reopen();
      expect(await claimAt(again, 'timers', { now: minutesAfterTen(60) })).toEqual([]);
      await again.commit(aChange('T-1', { expectedVersion: 2, timers: withTimers('sla') }));
      const second = await only(claimAt(again, 'timers'));
      expect(second.timer.generation).toBeGreaterThan(first.timer.generation);
    },
  ],
  [
    'a commit that does not touch a timer leaves its lease',
    async ({ store }) => {
      await store.commit(aChange('T-1', { timers: withTimers('sla') }));
      await claimAt(store, 'timers');
      await store.commit(aChange('T-1', { expectedVersion: 1 }));
      expect(await claimAt(store, 'timers')).toEqual([]);
      expect((await store.load('ticket', 'T-1'))?.timers).toMatchObject([{ key: 'sla' }]);
    },
  ],
  [
    'waits for the time a retry names, forgets what is stale, parks what is given up',
    async ({ store, reopen }) => {
      await store.commit(aChange('T-1', { timers: withTimers('later', 'stale', 'parked') }));
      for (const claim of await claimAt(store, 'timers')) {
        if (claim.timer.key === 'later') {
          await store.settle('timers', claim, { retryAt: minutesAfterTen(20), reason: 'busy' });
        } else if (claim.timer.key === 'stale') await store.settle('timers', claim, { stale: true });
        else await store.settle('timers', claim, { parked: 'given up', at: minutesAfterTen(6) });
      }
      expect(await claimAt(store, 'timers', { now: minutesAfterTen(19) })).toEqual([]);
      const retried = await only(claimAt(store, 'timers', { now: minutesAfterTen(20) }));
      expect(retried).toMatchObject({ timer: { key: 'later' }, attempts: 2 });
      expect(store.health(minutesAfterTen(20)).parked).toBe(1);
      const again = await reopen();
      expect((await claimAt(again, 'timers')).map(({ timer }) => timer.key)).toEqual(['later']);
      expect(again.health(minutesAfterTen(20)).parked).toBe(1);
      await again.commit(aChange('T-1', { expectedVersion: 1, timers: withTimers('parked') }));
      expect(again.health(minutesAfterTen(20)).parked).toBe(0);
      expect((await claimAt(again, 'timers')).map(({ timer }) => timer.key)).toEqual(['parked']);
    },
  ],
  [
    'who lost the lease has no say over who took it next',
    async ({ store }) => {
      await store.commit(aChange('T-1', { timers: withTimers('sla') }));
      const slow = await only(claimAt(store, 'timers'));
      await only(claimAt(store, 'timers', { now: minutesAfterTen(6) }));
      await store.settle('timers', slow, { retryAt: minutesAfterTen(6), reason: 'slow' });
      expect(await claimAt(store, 'timers', { now: minutesAfterTen(6) })).toEqual([]);
    },
  ],
  [
    'knows since when the oldest timer is overdue, also while it is taken or waits for another try',
    async ({ store }) => {
      const set = (key: string, minutes: number) => ({
        set: key,
        kind: 'sla',
        dueAt: minutesAfterTen(minutes),
      });
      const oldest = (minutes: number) => store.health(minutesAfterTen(minutes)).oldestOverdueTimer;
      await store.commit(aChange('T-1', { timers: [set('one', 3), set('other', 40)] }));
      await store.commit(aChange('T-2', { timers: [set('one', 1)] }));
      expect(oldest(0)).toBeUndefined();
      expect(oldest(2)).toBe(minutesAfterTen(1));
      const claim = await only(claimAt(store, 'timers', { now: minutesAfterTen(2) }));
      await store.settle('timers', claim, { retryAt: minutesAfterTen(30), reason: 'away' });
      expect(oldest(5)).toBe(minutesAfterTen(1));
      await store.commit(aChange('T-2', { expectedVersion: 1, timers: [set('one', 60)] }));
      expect(oldest(5)).toBe(minutesAfterTen(3));
      await store.commit(aChange('T-1', { expectedVersion: 1, timers: [{ cancel: 'one' }] }));
      expect(oldest(5)).toBeUndefined();
      expect(oldest(45)).toBe(minutesAfterTen(40));
    },
  ],
  [
    'timers of a closed ticket still fire, also after a restart',
    async ({ store, reopen }) => {
      const summary = aSummary('T-1', { status: 'closed' });
      await store.commit(aChange('T-1', { summary, timers: withTimers('survey') }));
      const again = await reopen();
      const claim = await only(claimAt(again, 'timers'));
      expect(again.health(minutesAfterTen(5)).oldestOverdueTimer).toBe(dueAt);
      await again.settle('timers', claim, { stale: true });
      expect(again.health(minutesAfterTen(5)).oldestOverdueTimer).toBeUndefined();
      expect((await again.tickets({ status: ['closed'] })).map(({ id }) => id)).toEqual(['T-1']);
    },
  ],
];
