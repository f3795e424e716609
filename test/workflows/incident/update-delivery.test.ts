import { expect, test } from 'vitest';
import type { Desk } from '../../../src/desk.ts';
import { changeStatus } from '../../../src/domain/incident/lifecycle.ts';
import { callCustomer } from '../../../src/domain/incident/updates/update-receipts.ts';
import { approveUpdate, retryUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { minute } from '../../../src/domain/time.ts';
import { deliverUpdate } from '../../../src/workflows/incident/updates/deliver-update.ts';
import { ana, ben, settings } from '../../support/builders.ts';
import {
  aFlakyWorld,
  approved,
  decides,
  incidentOf,
  threadOf,
  toldIn,
  withCustomers,
} from './told-customers.ts';

const { cadence } = settings.incidents;

async function running(count: number) {
  const world = await aFlakyWorld();
  const room = await withCustomers(count, { world });
  room.start();
  await room.pass(2000);
  return { world, room };
}

test('of 25 customers 22 have it once, 3 have not, the next is owed, and only those 3 are told again', async () => {
  const { world, room } = await running(25);
  for (const number of [3, 9, 20]) world.broken.add(threadOf(number));
  await approved(room);
  await room.pass();
  const partly = await incidentOf(room);
  expect(partly.updates[0]).toMatchObject({ state: 'partial' });
  const outcomes = Object.values(partly.updates[0]!.deliveries);
  expect(outcomes.filter((each) => 'id' in each)).toHaveLength(22);
  expect(outcomes.filter((each) => 'failedAt' in each)).toHaveLength(3);
  expect(partly.tickets.filter(({ failed }) => failed)).toHaveLength(3);
  expect(partly.cadence).toMatchObject({ because: 'cadence', promisedAt: partly.updates[0]!.promises });
  const due = partly.cadence!.dueAt;

  world.broken.clear();
  await decides(room, (incident, asked) => retryUpdate(incident, 'u1', asked), ben);
  await room.pass();
  const whole = await incidentOf(room);
  expect(whole.updates[0]!.state).toBe('delivered');
  expect(whole.cadence!.dueAt).toBe(due);
  for (let number = 1; number <= 25; number += 1)
    expect([number, toldIn(room, threadOf(number)).length]).toEqual([number, 1]);
});

test('each customer reads their own ticket, zone and nobody else', async () => {
  const { room } = await running(3);
  await approved(room);
  await room.pass();
  const [first, second] = [toldIn(room, threadOf(1))[0]!, toldIn(room, threadOf(2))[0]!];
  expect(first).toContain('Update on T-1.');
  expect(first).toContain('(America/New_York)');
  expect(second).toContain('(Asia/Tokyo)');
  expect(first).not.toMatch(/T-2|Shopkeeper|INC-7|inc-7/);
  expect((await room.ticket('T-1')).replies.at(-1)).toMatchObject({
    by: ana,
    next: 'keep',
    nextUpdateAt: (await incidentOf(room)).updates[0]!.promises,
  });
});

test('an update that nobody could be told moves nothing; a call counts as told', async () => {
  const { world, room } = await running(2);
  for (const number of [1, 2]) world.broken.add(threadOf(number));
  const before = (await incidentOf(room)).cadence!.dueAt;
  await approved(room);
  await room.pass();
  const none = await incidentOf(room);
  expect([none.updates[0]!.state, none.cadence!.dueAt]).toEqual(['failed', before]);
  await decides(room, (incident, asked) =>
    callCustomer(incident, { update: 'u1', ticket: 'T-1' }, { cadence, asked }),
  );
  const called = await incidentOf(room);
  expect(called.updates[0]!.state).toBe('partial');
  expect(called.cadence!.dueAt > before).toBe(true);
  expect(called.tickets[0]).toMatchObject({ told: { update: 'u1' } });
});

test('what changes while it waits to be handed over keeps it inside, and a new draft is written at once', async () => {
  const room = await withCustomers(2);
  await approved(room);
  await decides(room, (incident, asked) =>
    changeStatus(incident, { to: 'identified', text: 'A faulty gateway was found.' }, asked),
  );
  room.start();
  await room.pass();
  const incident = await incidentOf(room);
  expect(incident.updates.map(({ state }) => state)).toEqual(['expired', 'pending']);
  expect(incident.updates[1]).toMatchObject({ fields: { status: 'A faulty gateway was found.' } });
  expect(toldIn(room, threadOf(1))).toEqual([]);
  expect(await decides(room, (now, asked) => approveUpdate(now, 'u1', asked))).toMatchObject({
    refusal: { refused: 'facts_changed' },
  });
});

test('an approval that nobody could act on for ten minutes has run out', async () => {
  const room = await withCustomers(1);
  await approved(room);
  await room.clock.advance(11 * minute);
  room.start();
  await room.pass();
  expect((await incidentOf(room)).updates.map(({ state }) => state)).toEqual(['expired', 'pending']);
  expect(toldIn(room, threadOf(1))).toEqual([]);
});

test('however often the process ends while it is handed over, each customer has it once', async () => {
  for (let commits = 1; commits <= 12; commits += 1) {
    const room = await withCustomers(3);
    await approved(room);
    let left = commits;
    const dying: Desk = {
      ...room.desk,
      store: {
        ...room.desk.store,
        commit: (change) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('The process ended')) : room.desk.store.commit(change);
        },
      },
    };
    const ask = { now: room.clock.now(), leaseMs: 1, limit: 100 };
    for (const claim of await room.desk.store.claim('timers', ask)) {
      if (claim.timer.kind === 'incident_deliver') await deliverUpdate(dying, claim).catch(() => undefined);
    }
    await room.clock.advance(1000);
    room.start();
    await room.pass(4000);
    expect((await incidentOf(room)).updates[0]!.state).toBe('delivered');
    for (const number of [1, 2, 3])
      expect([commits, toldIn(room, threadOf(number)).length]).toEqual([commits, 1]);
    await room.end();
    if (left > 0) break;
  }
});
