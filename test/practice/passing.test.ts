import { expect, test } from 'vitest';
import { day, hour, minute, second } from '../../src/domain/time.ts';
import type { PracticeChange } from '../../src/practice/control.ts';
import { createChanges } from '../../src/practice/server/changes.ts';
import { createClock } from '../../src/practice/server/clock.ts';
import { createPassing, type TimedDesk } from '../../src/practice/server/passing.ts';
import { openPractice, until } from './support/desk.ts';

const start = Date.parse('2026-11-20T10:00:00.000Z');
type Clocked = Extract<PracticeChange, { type: 'clock' }>;

/** Passing time on a clock that stands still by itself, with a desk that remembers when it was waited for. */
function aPassing(given: Partial<TimedDesk> = {}) {
  const clock = createClock(() => start);
  const changes = createChanges();
  const told: Clocked[] = [];
  changes.subscribe((change) => void (change.type === 'clock' && told.push(change)));
  const passing = createPassing({ clock, changes, delivery: { idle: async () => undefined } });
  const stops: number[] = [];
  passing.follow({
    settled: async () => void (stops.at(-1) !== clock.now() - start && stops.push(clock.now() - start)),
    nextDue: async () => undefined,
    owes: () => false,
    ...given,
  });
  return { clock, passing, told, stops };
}

test('a day passes in steps of five minutes at most, and ends to the millisecond', async () => {
  const { clock, passing, stops } = aPassing();
  expect(passing.pass(day)).toEqual({ now: start, until: start + day });
  await passing.passed();
  expect(clock.now()).toBe(start + day);
  const steps = stops.slice(1).map((stop, index) => stop - (stops[index] ?? 0));
  expect(Math.max(...steps)).toBe(5 * minute);
  expect(stops).toHaveLength(289);
});

test('what is due on the way is met at its own time, also when it was set on the way', async () => {
  const due = [start + 7 * minute, start + 7 * minute + 1, start + 2 * hour];
  const { passing, stops } = aPassing({
    async nextDue(after) {
      if (after >= start + 50 * minute && due.length === 3) due.push(start + hour + 42 * second);
      return due.filter((at) => at > after).sort((a, b) => a - b)[0];
    },
  });
  passing.pass(3 * hour);
  await passing.passed();
  expect(stops).toEqual(
    expect.arrayContaining([7 * minute, 7 * minute + 1, hour + 42 * second, 2 * hour, 3 * hour]),
  );
});

test('while the desk has something to say, time goes in seconds first, and is not held up for ever', async () => {
  const { clock, passing, stops } = aPassing({ owes: () => true });
  passing.pass(hour);
  await passing.passed();
  expect(stops.slice(1, 4)).toEqual([second, 3 * second, 7 * second]);
  expect(clock.now()).toBe(start + hour);
  expect(stops.length).toBeLessThan(30);
});

test('a second press adds to the time that is passing', async () => {
  const { clock, passing, told } = aPassing();
  passing.pass(hour);
  expect(passing.pass(hour)).toEqual({ now: start, until: start + 2 * hour });
  await passing.passed();
  expect(clock.now()).toBe(start + 2 * hour);
  expect(told.at(-1)).toMatchObject({ type: 'clock', now: start + 2 * hour, aheadMs: 2 * hour });
  expect(told.at(-1)).not.toHaveProperty('passing');
});

test('a stop ends it where it is, and time may pass again afterwards', async () => {
  let stopAt = start + hour;
  const { clock, passing, told } = aPassing({
    settled: async () => {
      if (clock.now() !== stopAt) return;
      stopAt = 0;
      passing.stay();
    },
  });
  passing.pass(day);
  await passing.passed();
  expect(clock.now()).toBe(start + hour);
  expect(told.at(-1)).not.toHaveProperty('passing');
  passing.pass(hour);
  await passing.passed();
  expect(clock.now()).toBe(start + 2 * hour);
});

test('stopping and going on at once moves the clock once, not twice', async () => {
  const { clock, passing, stops } = aPassing();
  passing.pass(day);
  passing.stay();
  passing.pass(hour);
  await passing.passed();
  expect(clock.now()).toBe(start + hour);
  expect(new Set(stops).size).toBe(stops.length);
});

test('a desk that hangs does not hold time up', async () => {
  const { clock, passing } = aPassing({ settled: () => new Promise(() => undefined) });
  passing.pass(minute);
  await passing.passed();
  expect(clock.now()).toBe(start + minute);
});

test('a desk that is closing leaves time where it is', async () => {
  const { passing, told } = aPassing({
    nextDue: () => Promise.reject(new Error('closed')),
  });
  passing.pass(hour);
  await passing.passed();
  expect(passing.current()).toEqual({ now: start, aheadMs: 0 });
  expect(told.at(-1)).not.toHaveProperty('passing');
});

function post(url: string, route: string, body: unknown) {
  return fetch(new URL(route, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

test('the page lets time pass and stops it, and the state says how time stands', async () => {
  const practice = await openPractice();
  expect(practice.state().aheadMs).toBe(0);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  practice.follow({ settled: () => held, nextDue: async () => undefined, owes: () => false });
  const answer = (await (await post(practice.url, '/control/pass', { ms: hour })).json()) as {
    now: number;
    until: number;
  };
  expect(answer.until).toBe(answer.now + hour);
  expect(practice.state().passing).toEqual({ from: answer.now, until: answer.until });
  const stay = await post(practice.url, '/control/stay', {});
  expect(await stay.json()).toEqual({ now: expect.any(Number) });
  expect(practice.state()).not.toHaveProperty('passing');
  go();
  await practice.passed();
  expect(practice.state().aheadMs).toBe(0);
  await post(practice.url, '/control/pass', { ms: hour });
  await until(() => practice.state().passing === undefined);
  expect(Math.round(practice.state().aheadMs / minute)).toBe(60);
});

test('more than a month, no time, or time backwards is refused in plain words', async () => {
  const practice = await openPractice();
  const much = await post(practice.url, '/control/pass', { ms: 32 * day });
  expect(much.status).toBe(400);
  expect(await much.json()).toEqual({ error: 'Time can pass by 31 days at most.' });
  for (const ms of [0, -hour, 0.5]) {
    expect((await post(practice.url, '/control/pass', { ms })).status).toBe(400);
  }
});
