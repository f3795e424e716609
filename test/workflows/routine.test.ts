import { describe, expect, test } from 'vitest';
import { recurring } from '../../src/recurring.ts';
import type { Recurring } from '../../src/workflows/routine.ts';
import { armRecurring, loadRoutine, runRecurring } from '../../src/workflows/routine.ts';
import { settings } from '../support/builders.ts';
import { aWorld, openDesk, type TestDesk } from './desk.ts';

const nothingToDo = async () => ({});
const daily = (at: string): Recurring => ({
  name: 'daily',
  when: { at, days: ['mon', 'tue', 'wed', 'thu', 'fri'], zone: 'desk' },
  what: 'A test',
  run: nothingToDo,
});

const timersOf = async ({ desk }: TestDesk) =>
  Object.fromEntries((await loadRoutine(desk)).timers.map(({ key, dueAt }) => [key, dueAt]));

/** It is Friday, 20 November 2026, 11:00 in Berlin. */
describe('what recurs', () => {
  test('gets its timer at the first start, for the next time ahead', async () => {
    const opened = await openDesk();
    await armRecurring(opened.desk, recurring);
    expect(await timersOf(opened)).toEqual({
      'morning lists': '2026-11-23T08:00:00.000Z',
      'review of topics': '2026-11-20T11:00:00.000Z',
    });
  });

  test('keeps its timer through another start, also one that is overdue', async () => {
    const opened = await openDesk();
    await armRecurring(opened.desk, [daily('09:00')]);
    const { version } = await loadRoutine(opened.desk);
    await opened.clock.set('2026-11-25T12:00:00.000Z');
    await armRecurring(opened.desk, [daily('09:00')]);
    expect((await loadRoutine(opened.desk)).version).toBe(version);
    expect(await timersOf(opened)).toEqual({ daily: '2026-11-23T08:00:00.000Z' });
  });

  test('gets another time when its rule was changed, or the zone of the desk', async () => {
    const world = await aWorld();
    const opened = await openDesk({ world });
    await armRecurring(opened.desk, [daily('09:00')]);
    await armRecurring(opened.desk, [daily('14:30')]);
    expect(await timersOf(opened)).toEqual({ daily: '2026-11-20T13:30:00.000Z' });
    await opened.end();
    const moved = await openDesk({ world, settings: { ...settings, timezone: 'America/New_York' } });
    await armRecurring(moved.desk, [daily('14:30')]);
    expect(await timersOf(moved)).toEqual({ daily: '2026-11-20T19:30:00.000Z' });
  });

  test('loses its timer when it is no longer in the list', async () => {
    const opened = await openDesk();
    await armRecurring(opened.desk, [daily('09:00'), { ...daily('10:00'), name: 'other' }]);
    await armRecurring(opened.desk, [daily('09:00')]);
    expect(Object.keys(await timersOf(opened))).toEqual(['daily']);
  });

  test('a timer whose rule nobody knows ends by itself', async () => {
    const opened = await openDesk();
    await armRecurring(opened.desk, [daily('09:00')]);
    const [timer] = (await loadRoutine(opened.desk)).timers;
    await runRecurring(opened.desk, { kind: 'routine', id: 'desk', timer: timer!, attempts: 1 }, []);
    expect(await timersOf(opened)).toEqual({});
  });

  test('runs once after a week without a desk, and then at its next time', async () => {
    const opened = await openDesk();
    let runs = 0;
    const rule = {
      ...daily('09:00'),
      run: async () => {
        runs += 1;
        return {};
      },
    };
    await armRecurring(opened.desk, [rule]);
    await opened.clock.set('2026-11-30T12:00:00.000Z');
    const due = await opened.desk.store.claim('timers', {
      now: opened.clock.now(),
      leaseMs: 60_000,
      limit: 9,
    });
    for (const claim of due) await runRecurring(opened.desk, claim, [rule]);
    expect(runs).toBe(1);
    expect(await timersOf(opened)).toEqual({ daily: '2026-12-01T08:00:00.000Z' });
    expect(
      await opened.desk.store.claim('timers', { now: opened.clock.now(), leaseMs: 60_000, limit: 9 }),
    ).toEqual([]);
  });
});
