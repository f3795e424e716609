import { expect, test } from 'vitest';
import { attachTicket, detachTicket } from '../../../src/domain/incident/declare.ts';
import {
  cancelIncident,
  changeSeverity,
  changeStatus,
  closeIncident,
  reopenIncident,
  resolveIncident,
} from '../../../src/domain/incident/lifecycle.ts';
import { absorbIncident, mergeIncident } from '../../../src/domain/incident/tickets/merging.ts';
import { day, laterBy } from '../../../src/domain/time.ts';
import { after, ana, ben, ten } from '../../support/builders.ts';
import { afterwards, aLedIncident, anIncident, asks, cadence, outcomeOf } from './an-incident.ts';

const resolution = { text: 'Rolled back', dataLoss: 'no' as const, reviewOwner: ana, cadence };
const resolved = (at = after(60)) =>
  afterwards(aLedIncident(), (now) => resolveIncident(now, resolution, asks.agent(at)));

test('a declared incident has a name, its tickets, nobody who leads, and a first update that is owed', () => {
  expect(anIncident()).toMatchObject({
    lifecycle: 'declared',
    room: { state: 'pending', name: 'inc-7-acme-checkout-502' },
    roles: { commander: { state: 'open' } },
    cadence: { dueAt: after(15), because: 'first' },
  });
});

test('it is active once somebody leads it', () => {
  expect(aLedIncident()).toMatchObject({ lifecycle: 'active', acknowledgedAt: after(1) });
});

test('what customers are told changes by who leads, with a word why, and then they are owed an update', () => {
  const change = { to: 'identified' as const, text: 'The gateway' };
  expect(outcomeOf(changeStatus(aLedIncident(), change, asks.agent(after(5), ben)))).toBe(
    'refused: not_allowed',
  );
  expect(outcomeOf(changeStatus(aLedIncident(), { ...change, text: ' ' }, asks.agent()))).toBe(
    'refused: empty',
  );
  const incident = afterwards(aLedIncident(), (now) => changeStatus(now, change, asks.agent(after(5))));
  expect(incident).toMatchObject({
    customerStatus: 'identified',
    cadence: { dueAt: after(5), because: 'change' },
  });
});

test('the liaison may say that it is back while it is watched', () => {
  const watched = afterwards(aLedIncident(), (now) =>
    changeStatus(now, { to: 'monitoring', text: 'Rolled back' }, asks.agent(after(5))),
  );
  expect(watched).toMatchObject({ lifecycle: 'monitoring', mitigatedAt: after(5) });
  const back = { to: 'investigating' as const, text: 'A customer sees it again' };
  expect(afterwards(watched, (now) => changeStatus(now, back, asks.agent(after(9), ben))).lifecycle).toBe(
    'active',
  );
});

const gravity = (to: 'P1' | 'P2', at: string) => (incident: ReturnType<typeof anIncident>) =>
  changeSeverity(incident, { to, reason: 'more are affected', cadence }, asks.agent(at));

test('a graver severity never makes customers wait longer', () => {
  const lesser = afterwards(aLedIncident(), gravity('P2', after(2)));
  expect(afterwards(lesser, gravity('P1', after(3))).cadence?.dueAt).toBe(after(15));
});

test('a lesser severity leaves what is owed', () => {
  expect(afterwards(aLedIncident(), gravity('P2', after(10))).cadence?.dueAt).toBe(after(15));
});

test('a resolved incident owes a last update, and who answers for the review is named', () => {
  expect(resolved()).toMatchObject({
    lifecycle: 'resolved',
    resolved: { reviewOwner: ana },
    cadence: { dueAt: after(90), because: 'final' },
  });
});

test.each([
  ['within seven days', after(60 + 60), 'reopened cadence_set'],
  ['later than seven days', laterBy(after(60), 8 * day), 'refused: too_old'],
] as const)('reopened %s: %s', (_when, at, outcome) => {
  expect(outcomeOf(reopenIncident(resolved(), { reason: 'It is back', cadence }, asks.agent(at, ben)))).toBe(
    outcome,
  );
});

test('a false alarm may be taken back by whoever declared it, for ten minutes and while nobody leads', () => {
  expect(outcomeOf(cancelIncident(anIncident(), 'A typo', asks.agent(after(9))))).toBe('cancelled');
  expect(outcomeOf(cancelIncident(anIncident(), 'A typo', asks.agent(after(11))))).toBe(
    'refused: not_allowed',
  );
});

test('a false alarm leaves nothing owed', () => {
  const cancelled = afterwards(aLedIncident(), (now) => cancelIncident(now, 'A typo', asks.agent()));
  expect(cancelled).toMatchObject({ lifecycle: 'cancelled' });
  expect(cancelled.cadence).toBeUndefined();
});

test('a merge keeps every ticket once and the earlier due time', () => {
  const source = anIncident({ id: 'INC-8', tickets: [{ ticket: 'T-2' }, { ticket: 'T-3' }] });
  const target = afterwards(aLedIncident(), (now) =>
    changeStatus(now, { to: 'identified', text: 'The gateway' }, asks.agent(after(20))),
  );
  const merged = afterwards(source, (now) => mergeIncident(now, target, asks.manager(after(21))));
  const both = afterwards(target, (now) => absorbIncident(now, merged, asks.desk(after(21))));
  expect(both.tickets.map(({ ticket }) => ticket)).toEqual(['T-1', 'T-2', 'T-3']);
  expect(both.cadence?.dueAt).toBe(after(15));
  expect(outcomeOf(absorbIncident(both, merged, asks.desk(after(22))))).toBe('nothing');
});

test('a merge never makes something restricted known to more people', () => {
  const secret = anIncident({ id: 'INC-8', visibility: 'restricted' });
  expect(outcomeOf(mergeIncident(secret, aLedIncident(), asks.manager()))).toBe('refused: wider_audience');
});

test('it closes when its review is done and every action is decided', () => {
  expect(outcomeOf(closeIncident(resolved(), asks.agent(after(70))))).toBe('refused: still_under_way');
  expect(outcomeOf(closeIncident(aLedIncident(), asks.manager()))).toBe('refused: still_under_way');
});

test('a ticket is attached once; one whose customer was told stays', () => {
  const more = afterwards(anIncident(), (now) => attachTicket(now, { ticket: 'T-9' }, asks.agent()));
  expect(more.tickets).toHaveLength(3);
  expect(outcomeOf(attachTicket(more, { ticket: 'T-9' }, asks.agent()))).toBe('nothing');
  expect(outcomeOf(detachTicket(more, 'T-9', asks.manager()))).toBe('ticket_detached');
  expect(outcomeOf(attachTicket(more, { ticket: 'T-10' }, asks.requester(ten)))).toBe('refused: not_allowed');
});
