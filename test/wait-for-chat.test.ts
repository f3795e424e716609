import { expect, test } from 'vitest';
import { Misconfigured, Unreachable } from '../src/domain/errors.ts';
import { second } from '../src/domain/time.ts';
import type { Log } from '../src/ports.ts';
import { waitForChat } from '../src/wait-for-chat.ts';
import { fakeClock } from './support/fake-clock.ts';

const noNetwork = new Unreachable('no network', { unknownOutcome: false });

/** A start that knocks until `answers` says yes, on a clock that runs on by itself. */
async function start(answers: (knock: number) => unknown) {
  const clock = fakeClock();
  const warnings: string[] = [];
  const log: Log = { debug() {}, info() {}, error() {}, warn: (fact) => void warnings.push(fact) };
  let knocks = 0;
  let ended = false;
  const waiting = waitForChat(
    async () => {
      knocks += 1;
      await answers(knocks);
    },
    { clock, log },
  )
    .then(
      () => 'open',
      (error: unknown) => error,
    )
    .finally(() => {
      ended = true;
    });
  while (!ended) await clock.advance(second);
  return { outcome: await waiting, knocks, warnings: warnings.length, at: clock.now() };
}

test('a desk that starts before the network waits for it, with a line in the log for each try', async () => {
  const { outcome, knocks, warnings } = await start((knock) => {
    if (knock <= 3) throw noNetwork;
  });
  expect({ outcome, knocks, warnings }).toEqual({ outcome: 'open', knocks: 4, warnings: 3 });
});

test('after a minute without an answer the start is given up', async () => {
  const { outcome, at } = await start(() => {
    throw noNetwork;
  });
  expect(outcome).toBe(noNetwork);
  expect(at >= '2026-11-20T10:00:55.000Z' && at <= '2026-11-20T10:01:05.000Z').toBe(true);
});

test('a wrong token ends the start at once', async () => {
  const wrong = new Misconfigured('wrong token');
  const { outcome, knocks } = await start(() => {
    throw wrong;
  });
  expect(outcome).toBe(wrong);
  expect(knocks).toBe(1);
});
