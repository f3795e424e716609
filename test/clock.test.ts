import { expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { day, instant, laterBy } from '../src/domain/time.ts';

const never = new AbortController().signal;

test('a moment that has passed is not slept for', async () => {
  const clock = systemClock();
  await clock.sleepUntil(laterBy(clock.now(), -1), never);
});

test('a sleep ends at its moment', async () => {
  const clock = systemClock();
  const at = laterBy(clock.now(), 20);
  await clock.sleepUntil(at, never);
  expect(Date.parse(clock.now())).toBeGreaterThanOrEqual(Date.parse(at) - 2);
});

test('a sleep of months is slept, not skipped, and ends when it is called off', async () => {
  const clock = systemClock();
  const call = new AbortController();
  let over = false;
  const slept = clock.sleepUntil(instant(Date.now() + 90 * day), call.signal).then(() => {
    over = true;
  });
  await clock.sleepUntil(laterBy(clock.now(), 20), never);
  expect(over).toBe(false);
  call.abort();
  await slept;
  expect(over).toBe(true);
});
