import { expect, test } from 'vitest';
import { instant } from '../../src/domain/time.ts';
import { timedDesk } from '../../src/practice/timed-desk.ts';
import type { Stored, StorePort } from '../../src/store-port.ts';

type News = Parameters<Parameters<StorePort['watch']>[0]>[0];

/** A store in which tickets have timers and nothing else, and which counts how often it is asked for one. */
function aStore() {
  const timers = new Map<string, readonly number[]>();
  let tell: (news: News) => void = () => undefined;
  let loads = 0;
  let waiting = 0;
  const desk = timedDesk(
    {
      watch(listener) {
        tell = listener;
        return () => undefined;
      },
      async load(kind, id): Promise<Stored> {
        loads += 1;
        const dues = timers.get(id) ?? [];
        return {
          kind,
          id,
          version: 1,
          state: {},
          events: [],
          outbox: [],
          timers: dues.map((at, index) => ({
            key: `timer ${index}`,
            kind: 'clock',
            dueAt: instant(at),
            generation: 1,
          })),
        };
      },
      health: () => ({
        writable: true,
        detail: '',
        inboxWaiting: 0,
        outboxWaiting: waiting,
        parked: 0,
        indexed: true,
        tickets: 0,
        clocks: [],
      }),
    },
    async () => undefined,
  );
  return {
    desk,
    loads: () => loads,
    owe: (rows: number) => {
      waiting = rows;
    },
    set(id: string, ...dues: number[]) {
      timers.set(id, dues);
      tell({ kind: 'ticket', id, state: {} });
    },
    hear: () => tell('inbox'),
  };
}

test('the first timer of all tickets after a moment is what is due next', async () => {
  const { desk, set } = aStore();
  expect(await desk.nextDue(0)).toBeUndefined();
  set('T-1', 500, 3000);
  set('T-2', 2000);
  expect([await desk.nextDue(0), await desk.nextDue(500), await desk.nextDue(2000)]).toEqual([
    500, 2000, 3000,
  ]);
  expect(await desk.nextDue(3000)).toBeUndefined();
});

test('a timer that is set anew counts, the old one no more, and only what changed is read', async () => {
  const { desk, set, hear, loads } = aStore();
  set('T-1', 500);
  set('T-2', 2000);
  await desk.nextDue(0);
  set('T-1', 4000);
  hear();
  expect(await desk.nextDue(0)).toBe(2000);
  set('T-2');
  expect(await desk.nextDue(0)).toBe(4000);
  expect(loads()).toBe(4);
});

test('something waits to be said as long as the outbox holds it', () => {
  const { desk, owe } = aStore();
  expect(desk.owes(0)).toBe(false);
  owe(2);
  expect(desk.owes(0)).toBe(true);
});
