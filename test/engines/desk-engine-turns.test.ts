import { expect, test } from 'vitest';
import { createTurns } from '../../src/engines/desk-engine-turns.ts';

test('never more than allowed run at once, all in their order, also after one has failed', async () => {
  const turns = createTurns(2);
  const began: number[] = [];
  let running = 0;
  let most = 0;
  const work = (index: number) => async () => {
    began.push(index);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (index === 1) throw new Error('no');
    return index;
  };
  const done = await Promise.allSettled([0, 1, 2, 3, 4].map((index) => turns.take(work(index))));
  expect(most).toBe(2);
  expect(began).toEqual([0, 1, 2, 3, 4]);
  expect(done.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await turns.take(work(5))).toBe(5);
});
