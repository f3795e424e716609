import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import { Conflict } from '../../src/domain/errors.ts';
import { minute } from '../../src/domain/time.ts';
import { message, openDesk } from './desk.ts';

const textOf = (event: ChatEvent) => (event.type === 'message' ? event.message.text : '');
const done = { outcome: 'done' } as const;

test('an event that is delivered again is handled once', async () => {
  const handled: string[] = [];
  const desk = await openDesk({
    tables: {
      inbox: async (event) => {
        handled.push(textOf(event));
        return done;
      },
    },
  });
  const event = message('th', 'help', 'E1', desk.clock);
  expect(await desk.store.receive(event, desk.clock.now())).toBe('stored');
  expect(await desk.store.receive(event, desk.clock.now())).toBe('known');
  await desk.scheduler.idle();
  expect(handled).toEqual(['help']);
  expect((await desk.store.intake({ limit: 5 }))[0]?.result).toMatchObject(done);
  expect(desk.scheduler.stats().inbox.done).toBe(1);
});

test('a handler that fails is tried again, and the thread keeps its order while others go on', async () => {
  const handled: string[] = [];
  let broken = true;
  const desk = await openDesk({
    tables: {
      inbox: async (event) => {
        if (broken && textOf(event) === 'first') throw new Error('the engine is down');
        handled.push(textOf(event));
        return done;
      },
    },
  });
  await desk.hear('a', 'first');
  await desk.hear('a', 'second');
  await desk.hear('b', 'elsewhere');
  await desk.scheduler.idle();
  expect(handled).toEqual(['elsewhere']);
  broken = false;
  await desk.pass(2000);
  expect(handled).toEqual(['elsewhere', 'first', 'second']);
});

test('many threads are worked side by side', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let started = 0;
  const desk = await openDesk({
    tables: {
      inbox: async () => {
        started += 1;
        if (started === 16) open();
        await gate;
        return done;
      },
    },
  });
  for (let thread = 0; thread < 40; thread += 1) await desk.hear(`thread ${thread}`, 'help');
  await desk.scheduler.idle();
  expect(started).toBe(40);
});

test('a handler that lost a race loads again at once', async () => {
  let tries = 0;
  const desk = await openDesk({
    tables: {
      inbox: async () => {
        tries += 1;
        if (tries < 3) throw new Conflict('somebody was first');
        return done;
      },
    },
  });
  await desk.hear('a', 'help');
  await desk.scheduler.idle();
  expect(tries).toBe(3);
  expect(desk.scheduler.stats().inbox.done).toBe(1);
});

test('what cannot be handled for a quarter of an hour is given up aloud, and the thread goes on', async () => {
  const handled: string[] = [];
  const desk = await openDesk({
    tables: {
      inbox: async (event) => {
        if (textOf(event) === 'poison') throw new TypeError('cannot read it');
        handled.push(textOf(event));
        return done;
      },
    },
  });
  await desk.hear('a', 'poison');
  await desk.hear('a', 'after');
  await desk.pass(14 * minute);
  expect(desk.parked).toEqual([]);
  await desk.pass(3 * minute);
  expect(desk.parked).toMatchObject([{ queue: 'inbox', reason: 'TypeError' }]);
  expect(desk.errors).toContain('work_parked');
  expect(handled).toEqual(['after']);
});

test('an event that waited through a downtime gets its full time', async () => {
  let tries = 0;
  const desk = await openDesk({
    tables: {
      inbox: async () => {
        tries += 1;
        if (tries === 1) throw new Error('not up yet');
        return done;
      },
    },
  });
  await desk.store.receive(message('a', 'help', 'E9', desk.clock), '2026-11-20T08:00:00.000Z');
  await desk.pass(3000);
  expect(desk.parked).toEqual([]);
  expect(desk.scheduler.stats().inbox.done).toBe(1);
});
