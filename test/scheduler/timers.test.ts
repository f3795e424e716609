import { expect, test } from 'vitest';
import { Conflict, Unreachable } from '../../src/domain/errors.ts';
import { hour, laterBy, minute } from '../../src/domain/time.ts';
import type { Claims, StorePort, TimerChange } from '../../src/store-port.ts';
import { eventually } from '../support/eventually.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { openDesk } from './desk.ts';
import { openStore } from './store.ts';

const start = '2026-11-20T10:00:00.000Z';
const dueIn = (milliseconds: number): TimerChange => ({
  set: 'remind',
  kind: 'remind',
  dueAt: laterBy(start, milliseconds),
});

/** A workflow that cancels its timer (or sets it again) and counts. */
function reminder(store: StorePort, fired: string[], next?: (claim: Claims['timers']) => TimerChange) {
  return async (claim: Claims['timers']) => {
    const stored = await store.load(claim.kind, claim.id);
    await store.commit({
      kind: 'ticket',
      id: claim.id,
      expectedVersion: stored?.version ?? 0,
      events: [],
      state: {},
      at: start,
      timers: [next?.(claim) ?? { cancel: claim.timer.key }],
    });
    fired.push(claim.id);
  };
}

test('a timer fires once when it is due', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  const desk = await openDesk({ store, clock, tables: { timers: { remind: reminder(store, fired) } } });
  await desk.put('T-1', { timers: [dueIn(minute)] });
  await desk.pass(59_000);
  expect(fired).toEqual([]);
  await desk.pass(10_000);
  expect(fired).toEqual(['T-1']);
});

test('a timer taken by a process that died fires after the lease', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  const desk = await openDesk({
    store,
    clock,
    plan: { leaseMs: minute },
    tables: { timers: { remind: reminder(store, fired) } },
  });
  await desk.scheduler.stop();
  await desk.put('T-1', { timers: [dueIn(0)] });
  expect(await store.claim('timers', { now: clock.now(), leaseMs: minute, limit: 5 })).toHaveLength(1);
  const next = await openDesk({ store, clock, tables: { timers: { remind: reminder(store, fired) } } });
  await next.pass(50_000);
  expect(fired).toEqual([]);
  await next.pass(11_000);
  expect(fired).toEqual(['T-1']);
});

test('a timer that was set again meanwhile fires for the new setting only', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: number[] = [];
  const desk = await openDesk({
    store,
    clock,
    tables: {
      timers: {
        remind: async (claim) => {
          fired.push(claim.timer.generation);
          if (claim.timer.generation > 1) return reminder(store, [])(claim);
          await desk.put('T-1', { timers: [dueIn(hour)] });
          throw new Error('failed after the timer was set again');
        },
      },
    },
  });
  await desk.put('T-1', { timers: [dueIn(0)] });
  await desk.pass(5 * minute);
  expect(fired).toEqual([1]);
  await desk.clock.advance(hour);
  await desk.scheduler.idle();
  expect(fired).toEqual([1, 2]);
});

test('after a long downtime a repeating timer fires once', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  const down = await openDesk({ store, clock });
  await down.put('T-1', { timers: [dueIn(minute)] });
  await down.scheduler.stop();
  await clock.advance(10 * hour);
  const table = {
    remind: reminder(store, fired, () => ({
      set: 'remind',
      kind: 'remind',
      dueAt: laterBy(clock.now(), hour),
    })),
  };
  const up = await openDesk({ store, clock, tables: { timers: table } });
  await up.scheduler.idle();
  await up.pass(minute);
  expect(fired).toEqual(['T-1']);
});

test('timers of one ticket run one after the other', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  let running = 0;
  let most = 0;
  const cancel = reminder(store, []);
  const slow = async (claim: Claims['timers']) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    await cancel(claim);
    running -= 1;
  };
  const desk = await openDesk({ store, clock, tables: { timers: { slow } } });
  const timers = ['a', 'b', 'c'].map((key) => ({ set: key, kind: 'slow', dueAt: start }));
  await desk.put('T-1', { timers });
  await desk.scheduler.idle();
  expect(most).toBe(1);
  expect((await store.load('ticket', 'T-1'))?.timers).toEqual([]);
});

test('a workflow that leaves its timer standing is reported and does not fire for ever', async () => {
  let fired = 0;
  const desk = await openDesk({
    tables: {
      timers: {
        remind: async () => {
          fired += 1;
        },
      },
    },
  });
  await desk.put('T-1', { timers: [dueIn(0)] });
  await desk.pass(5 * minute);
  expect(fired).toBe(1);
  expect(desk.errors).toEqual(['timer_not_settled']);
});

test('a workflow that keeps losing the race is tried again later', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  let tries = 0;
  const cancel = reminder(store, []);
  const desk = await openDesk({
    store,
    clock,
    tables: {
      timers: {
        remind: async (claim) => {
          tries += 1;
          if (tries <= 8) throw new Conflict('somebody was first');
          await cancel(claim);
        },
      },
    },
  });
  await desk.put('T-1', { timers: [dueIn(0)] });
  await desk.scheduler.idle();
  expect(tries).toBe(8);
  await desk.pass(2000);
  expect(tries).toBe(9);
});

test('a wall clock that is set is noticed and everything due is looked at again', async () => {
  const warned: string[] = [];
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  const desk = await openDesk({
    store,
    clock,
    tables: { timers: { remind: reminder(store, fired) } },
    plan: {
      monotonicMs: () => 0,
      log: { debug() {}, info() {}, error() {}, warn: (fact) => void warned.push(fact) },
    },
  });
  await desk.put('T-1', { timers: [dueIn(2 * hour)] });
  await desk.scheduler.idle();
  await desk.clock.set('2026-11-20T13:00:00.000Z');
  await desk.scheduler.idle();
  expect(warned).toEqual(['clock_jumped']);
  expect(fired).toEqual(['T-1']);
});

test('timers that take long leave room for the others, also for those of the same ticket', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  const working: (() => void)[] = [];
  let most = 0;
  const desk = await openDesk({
    store,
    clock,
    plan: { concurrency: { timers: 1 }, slowTimers: { work: 2 } },
    tables: {
      timers: {
        remind: reminder(store, fired),
        async work(claim) {
          most = Math.max(most, desk.scheduler.stats().running.timers);
          await new Promise<void>((resolve) => working.push(resolve));
          await reminder(store, fired)(claim);
        },
      },
    },
  });
  const work: TimerChange = { set: 'work', kind: 'work', dueAt: start };
  const tickets = ['T-1', 'T-2', 'T-3', 'T-4'];
  for (const id of tickets) await desk.put(id, { timers: [work, dueIn(minute)] });
  await eventually(() => working.length === 2, 'two are worked');
  await clock.advance(2 * minute);
  await eventually(() => fired.length === 4, 'all four are reminded meanwhile');
  expect(fired.toSorted()).toEqual(tickets);
  await eventually(() => {
    for (const finish of working.splice(0)) finish();
    return fired.length === 8;
  }, 'all four are worked in the end');
  expect(most).toBeLessThanOrEqual(3);
});

test('a timer whose work is told to wait by the platform waits so long, not shorter and not longer', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  let tries = 0;
  const cancel = reminder(store, fired);
  const desk = await openDesk({
    store,
    clock,
    tables: {
      timers: {
        async remind(claim) {
          tries += 1;
          if (tries === 1)
            throw new Unreachable('slow down', { retryAfterMs: 30_000, unknownOutcome: false });
          await cancel(claim);
        },
      },
    },
  });
  await desk.put('T-1', { timers: [dueIn(-minute)] });
  await desk.pass(29_000);
  expect([tries, fired]).toEqual([1, []]);
  await desk.pass(2_000);
  expect(fired).toEqual(['T-1']);
});

test('how late a timer was is told once, also when its work has to be tried again', async () => {
  const clock = fakeClock(start);
  const store = await openStore(clock);
  const fired: string[] = [];
  const lags: number[] = [];
  let tries = 0;
  const cancel = reminder(store, fired);
  const desk = await openDesk({
    store,
    clock,
    plan: { onFired: (lagMs) => void lags.push(lagMs) },
    tables: {
      timers: {
        async remind(claim) {
          tries += 1;
          if (tries === 1) throw new Error('the first try fails');
          await cancel(claim);
        },
      },
    },
  });
  await desk.put('T-1', { timers: [dueIn(-7 * minute)] });
  await desk.pass(10_000);
  expect(fired).toEqual(['T-1']);
  expect(lags).toHaveLength(1);
  expect(lags[0]).toBeGreaterThanOrEqual(7 * minute);
  expect(lags[0]).toBeLessThan(8 * minute);
});
