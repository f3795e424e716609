import { expect, test } from 'vitest';
import { openDesk, row } from './desk.ts';

const done = { outcome: 'done' } as const;

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

test('stopping waits for what is under way and takes nothing new', async () => {
  const work = gate();
  const begun = gate();
  const handled: string[] = [];
  const desk = await openDesk({
    tables: {
      inbox: async (event) => {
        begun.open();
        await work.passed;
        handled.push(event.keys[0]!);
        return done;
      },
    },
    plan: { pace: 'none', concurrency: { inbox: 1 } },
  });
  await desk.hear('a', 'first');
  await desk.hear('b', 'second');
  await begun.passed;
  const stopped = desk.scheduler.stop();
  await desk.put('T-1', { outbox: [row('card', 'triage')] });
  work.open();
  expect(await stopped).toBe('drained');
  expect(handled).toEqual(['key-1']);
  expect(desk.chat.said).toEqual([]);
});

test('stopping gives up at the deadline', async () => {
  const work = gate();
  const begun = gate();
  const desk = await openDesk({
    tables: {
      inbox: async () => {
        begun.open();
        await work.passed;
        return done;
      },
    },
  });
  await desk.hear('a', 'first');
  await begun.passed;
  const stopped = desk.scheduler.stop(5000);
  await desk.clock.advance(5001);
  expect(await stopped).toBe('cut');
  work.open();
});

test('a store that does not answer is tried again until it does', async () => {
  const desk = await openDesk();
  const claim = desk.store.claim;
  let down = true;
  desk.store.claim = (queue, ask) => (down ? Promise.reject(new Error('gone')) : claim(queue, ask));
  await desk.hear('a', 'help');
  await desk.scheduler.idle();
  expect(desk.errors).toContain('store_not_reached');
  down = false;
  await desk.pass(2000);
  expect(desk.scheduler.stats().inbox.ignored).toBe(1);
});
