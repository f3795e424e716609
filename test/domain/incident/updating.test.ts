import { expect, test } from 'vitest';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { changeStatus } from '../../../src/domain/incident/lifecycle.ts';
import { approveUpdate, rejectUpdate, retryUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { after, ana, ben } from '../../support/builders.ts';
import { afterwards, aLedIncident, asks, cadence, drafted, outcomeOf } from './an-incident.ts';
import { recordUpdateDelivery, recordUpdateFailure } from './receipts.ts';

const delivered = (ticket: string, minutes: number) => (incident: Incident) =>
  recordUpdateDelivery(
    incident,
    { update: 'u1', ticket, message: `memory:${ticket}` },
    { cadence, asked: asks.desk(after(minutes)) },
  );
const failed = (ticket: string, minutes: number) => (incident: Incident) =>
  recordUpdateFailure(
    incident,
    { update: 'u1', ticket, reason: 'the channel is archived' },
    { cadence, asked: asks.desk(after(minutes)) },
  );
const approved = () =>
  afterwards(aLedIncident(), drafted(after(8)), (now) => approveUpdate(now, 'u1', asks.agent(after(9), ana)));

test('the commander approves, and then it waits for every attached ticket', () => {
  const waiting = afterwards(aLedIncident(), drafted(after(8)));
  expect(outcomeOf(approveUpdate(waiting, 'u1', asks.agent(after(9), ben)))).toBe('refused: not_allowed');
  expect(approved().updates[0]).toMatchObject({
    state: 'approved',
    deliveries: { 'T-1': { waiting: true } },
  });
  expect(outcomeOf(approveUpdate(approved(), 'u1', asks.agent(after(9))))).toBe('nothing');
});

test('only when the last customer has it the next update is owed, by the cadence from then', () => {
  const half = afterwards(approved(), delivered('T-1', 10));
  expect(half.cadence?.dueAt).toBe(after(15));
  const whole = afterwards(half, delivered('T-2', 11));
  expect(whole).toMatchObject({
    updates: [{ state: 'delivered' }],
    cadence: { dueAt: after(41), because: 'cadence' },
  });
  expect(outcomeOf(delivered('T-2', 12)(whole))).toBe('nothing');
});

test('a time that customers were told is when the next one is owed', () => {
  const told = afterwards(
    aLedIncident(),
    drafted(after(8), 'update', after(30)),
    (now) => approveUpdate(now, 'u1', asks.agent(after(9))),
    delivered('T-1', 10),
    delivered('T-2', 10),
  );
  expect(told.cadence).toMatchObject({ dueAt: after(30), promisedAt: after(30) });
});

test('what failed is said again to those alone', () => {
  const partly = afterwards(approved(), delivered('T-1', 10), failed('T-2', 10));
  expect(partly.updates[0]?.state).toBe('partial');
  expect(partly.tickets[1]?.failed).toMatchObject({ reason: 'the channel is archived' });
  const again = afterwards(partly, (now) => retryUpdate(now, 'u1', asks.agent(after(11), ben)));
  expect(again.updates[0]?.deliveries['T-2']).toMatchObject({ waiting: true, again: true });
  expect(again.updates[0]?.deliveries['T-1']).toMatchObject({ id: 'memory:T-1' });
});

test('an update that reached nobody moves nothing', () => {
  const none = afterwards(approved(), failed('T-1', 10), failed('T-2', 10));
  expect([none.updates[0]?.state, none.cadence?.dueAt]).toEqual(['failed', after(15)]);
});

test('a draft from before the facts changed can be sent by no route', () => {
  const changed = afterwards(aLedIncident(), drafted(after(8)), (now) =>
    changeStatus(now, { to: 'identified', text: 'The gateway' }, asks.agent(after(9))),
  );
  const expired = afterwards(changed, (now) => approveUpdate(now, 'u1', asks.agent(after(10))));
  expect(expired.updates[0]?.state).toBe('expired');
  expect(outcomeOf(approveUpdate(expired, 'u1', asks.agent(after(11))))).toBe('refused: facts_changed');
});

test('while the commander is silent and customers wait, a manager may let it go, and that is written down', () => {
  const waiting = afterwards(aLedIncident(), drafted(after(8)));
  expect(outcomeOf(approveUpdate(waiting, 'u1', asks.manager(after(12))))).toBe('refused: not_allowed');
  const stoodIn = afterwards(waiting, (now) => approveUpdate(now, 'u1', asks.manager(after(16))));
  expect(stoodIn.updates[0]?.approved).toMatchObject({ insteadOfCommander: true });
});

test('what is worded beforehand the liaison may send alone', () => {
  const waiting = afterwards(aLedIncident(), drafted(after(8), 'nothing_new'));
  expect(outcomeOf(approveUpdate(waiting, 'u1', asks.agent(after(9), ben)))).toBe('update_approved');
});

test('a new draft takes the place of the one that waits; a rejected one says why', () => {
  const two = afterwards(aLedIncident(), drafted(after(8)), drafted(after(9)));
  expect(two.updates.map(({ state }) => state)).toEqual(['superseded', 'pending']);
  const rejected = afterwards(two, (now) =>
    rejectUpdate(now, { update: 'u2', reason: 'Too vague' }, asks.agent(after(10))),
  );
  expect(rejected.updates[1]).toMatchObject({ state: 'rejected', rejected: { reason: 'Too vague' } });
});
