import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPromises } from '../../src/cli/check-promises.ts';
import { type Instant, laterBy, minute } from '../../src/domain/time.ts';
import type { StorePort, TicketSummary, TimerChange } from '../../src/store-port.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { aFolder } from './data-folder.ts';

const now: Instant = '2026-11-20T10:00:00.000Z';
const stopped = { lastAlive: undefined };
const before = (minutes: number) => laterBy(now, -minutes * minute);

async function put(
  store: StorePort,
  id: string,
  what: { readonly timers?: readonly TimerChange[]; readonly summary?: Partial<TicketSummary> },
) {
  await store.commit({
    kind: 'ticket',
    id,
    expectedVersion: 0,
    events: [],
    state: {},
    at: now,
    summary: {
      id,
      subject: 'x',
      status: 'open',
      requester: 'fake:U1',
      openedAt: now,
      changedAt: now,
      threads: [],
      ...what.summary,
    },
    ...(what.timers ? { timers: what.timers } : {}),
  });
}

const clock = (dueAt: Instant): TimerChange => ({ set: 'clock', kind: 'clock', dueAt });

test('while the desk runs, the oldest overdue timer of its folder is named with the ticket and since when', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  await put(store, 'T-1', { timers: [clock(before(7))] });
  await put(store, 'T-2', { timers: [clock(before(30)), { set: 'wake', kind: 'wake', dueAt: before(20) }] });
  const [finding] = await checkPromises(folder, now, 'running');
  expect(finding).toMatchObject({
    level: 'warning',
    what: `The oldest overdue timer: the next notice of a promise of T-2, due since ${before(30)}; 2 more are overdue`,
  });
  expect(finding?.effect).toContain('does not keep up');
  await store.close();
});

test('what has only just become due is no trouble', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  await put(store, 'T-1', { timers: [clock(before(4))] });
  await put(store, 'T-2', { timers: [clock(laterBy(now, minute))] });
  await store.close();
  expect(await checkPromises(folder, now, stopped)).toEqual([{ level: 'ok', what: 'No timer is overdue' }]);
});

test('a timer that was given up waits for a person and is not called overdue', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  await put(store, 'T-1', { timers: [clock(before(60))] });
  const [claim] = await store.claim('timers', { now, leaseMs: minute, limit: 1 });
  await store.settle('timers', claim!, { parked: 'Invalid', at: now });
  await store.close();
  expect(await checkPromises(folder, now, stopped)).toEqual([{ level: 'ok', what: 'No timer is overdue' }]);
});

test('promises on the way and those overdue are counted', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  await put(store, 'T-1', {
    summary: { owed: [{ target: 'first_response', dueAt: before(1) }, { target: 'next_update' }] },
  });
  await put(store, 'T-2', {
    summary: { owed: [{ target: 'first_response', dueAt: laterBy(now, minute) }] },
  });
  await store.close();
  expect(await checkPromises(folder, now, stopped)).toContainEqual({
    level: 'ok',
    what: '3 promises to requesters on the way, 1 overdue',
  });
});

test('a desk that has been away for hours is told since when, one that has just stopped is not', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  await put(store, 'T-1', { timers: [clock(before(170))] });
  await store.close();
  const [long] = await checkPromises(folder, now, { lastAlive: before(180) });
  expect(long).toMatchObject({ level: 'warning', repair: 'Start the desk; it catches up by itself.' });
  expect(long?.effect).toContain(`The desk was last there at ${before(180)}`);
  const [short] = await checkPromises(folder, now, { lastAlive: before(2) });
  expect(short?.effect).toBe('Reminders, updates and follow-ups are late.');
});

test('a file that cannot be read is left to those who open the folder', async () => {
  const folder = await aFolder();
  const store = await openLowdbStore({ folder });
  await put(store, 'T-1', { timers: [clock(before(60))] });
  await store.close();
  await writeFile(join(folder, 'tickets', 'open', 'T-2.json'), '{ "kind": ');
  await writeFile(join(folder, 'tickets', 'open', 'notes.json'), '[]');
  const [finding] = await checkPromises(folder, now, stopped);
  expect(finding?.what).toContain('of T-1, due since');
});
