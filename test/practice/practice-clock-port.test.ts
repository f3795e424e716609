import { afterEach, expect, test } from 'vitest';
import { day, hour, instant, minute } from '../../src/domain/time.ts';
import { practiceClockPort, practiceMonotonicMs } from '../../src/practice/practice-clock-port.ts';
import { createClock } from '../../src/practice/server/clock.ts';
import { startJumpWatch } from '../../src/scheduler/jump-watch.ts';

const start = Date.parse('2026-11-20T10:00:00.000Z');
const never = new AbortController().signal;

const made: { stop(): void }[] = [];
afterEach(() => {
  for (const clock of made.splice(0)) clock.stop();
});

function aPracticeClock() {
  const practice = createClock(() => start);
  made.push(practice);
  return { practice, clock: practiceClockPort(practice) };
}

test('the desk reads the practice time', () => {
  const { practice, clock } = aPracticeClock();
  practice.advance(3 * hour);
  expect(clock.now()).toBe('2026-11-20T13:00:00.000Z');
});

test('whoever slept past the new time wakes at once, the earliest first; the others sleep on', async () => {
  const { practice, clock } = aPracticeClock();
  const woken: string[] = [];
  const sleepers = [2 * hour, 5 * minute, hour, day].map((after) =>
    clock.sleepUntil(instant(start + after), never).then(() => woken.push(`${after / minute} min`)),
  );
  practice.advance(2 * hour);
  await Promise.all(sleepers.slice(0, 3));
  expect(woken).toEqual(['5 min', '60 min', '120 min']);
  practice.advance(day);
  await sleepers[3];
  expect(woken).toHaveLength(4);
});

test('a moment that has passed is not slept for, nor is one after the call to wake', async () => {
  const { clock } = aPracticeClock();
  await clock.sleepUntil(instant(start), never);
  await clock.sleepUntil(instant(start + day), AbortSignal.abort());
});

test('a sleep that is called off ends, and leaves neither a timer nor a listener', async () => {
  const practice = createClock(Date.now);
  made.push(practice);
  const clock = practiceClockPort(practice);
  const before = timersHeld();
  const call = new AbortController();
  const sleeps = Array.from({ length: 50 }, () =>
    clock.sleepUntil(instant(practice.now() + day), call.signal),
  );
  expect(timersHeld()).toBe(before + 50);
  call.abort('rung');
  await Promise.all(sleeps);
  expect(timersHeld()).toBe(before);
  const listened = new AbortController();
  const counted = counting(listened.signal);
  const short = clock.sleepUntil(instant(practice.now() + hour), listened.signal);
  practice.advance(2 * hour);
  await short;
  expect(counted.now()).toBe(0);
});

test('moving the practice time is not taken for a machine whose clock was set; setting the clock is', () => {
  let wallMs = start;
  const practice = createClock(() => wallMs);
  made.push(practice);
  const jumps: number[] = [];
  const look = startJumpWatch(
    {
      clock: practiceClockPort(practice),
      monotonicMs: practiceMonotonicMs(practice),
      toleranceMs: minute,
    },
    (jumpedMs) => jumps.push(Math.round(jumpedMs / hour)),
  );
  practice.advance(day);
  look();
  expect(jumps).toEqual([]);
  wallMs += 2 * hour;
  look();
  expect(jumps).toEqual([2]);
});

function timersHeld(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

/** Counts the listeners an abort signal holds. */
function counting(signal: AbortSignal) {
  let held = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    held += 1;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    held -= 1;
    removeEventListener.apply(signal, args);
  };
  return { now: () => held };
}
