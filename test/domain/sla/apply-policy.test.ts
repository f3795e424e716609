import { expect, test } from 'vitest';
import { applyCurrentPolicy, policyAfter } from '../../../src/domain/sla/apply-policy.ts';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import { dueMoves } from '../../../src/domain/sla/due-moves.ts';
import type { PolicyRule } from '../../../src/domain/sla/policy.ts';
import { policyBook } from '../../../src/domain/sla/policy-book.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket } from '../../../src/domain/ticket/work.ts';
import { hour, minute } from '../../../src/domain/time.ts';
import { aWorkedTicket } from '../../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';
import { after, asksAs, eventsOf, outcomeOf, settings } from '../../support/builders.ts';

const first = settings.policies.current;
/** A book whose second edition promises these to everyone. */
const then = (targets: PolicyRule['targets']) =>
  policyBook([first, anEdition({ edition: 2, since: after(20), rules: [aPolicy({ targets })] })]);
const ticket = aWorkedTicket();
const pinned = ticket.policies?.[0];
const dueIn = (of: Ticket, book = settings.policies, minutes = 30) =>
  Object.fromEntries(clocksOf(of, book, after(minutes)).map(({ target, dueAt }) => [target, dueAt]));

test('a ticket keeps what it was promised when the settings change', () => {
  const book = then({ first_response: promised(5 * minute) });
  expect(dueIn(ticket, book)).toEqual(dueIn(ticket));
});

test('a correction is promised by the edition the ticket has, not by the newest', () => {
  const book = then({ first_response: promised(5 * minute) });
  const { triage } = ticket;
  if (!triage || !pinned) throw new Error('The ticket was not sorted');
  const worse: Ticket = { ...ticket, triage: { ...triage, severity: 'P1' } };
  const events = eventsOf(claimTicket(ticket, asksAs.agent(after(30))));
  expect(pinned.facts.severity).not.toBe('P1');
  expect(policyAfter(worse, events, book)).toMatchObject([
    { type: 'policy_applied', edition: 1, facts: { severity: 'P1' } },
  ]);
});

test('a manager puts an open ticket on the current edition, once', () => {
  const book = then({ first_response: promised(hour) });
  const decision = applyCurrentPolicy(ticket, book, asksAs.manager(after(30)));
  const moved = applyEvents(ticket, eventsOf(decision));
  expect(moved.policies?.at(-1)).toMatchObject({ edition: 2, at: after(30) });
  expect(outcomeOf(applyCurrentPolicy(moved, book, asksAs.manager(after(31))))).toBe('nothing');
});

test('agents and requesters cannot, and ended tickets stay as they are', () => {
  const book = then({ first_response: promised(hour) });
  expect(outcomeOf(applyCurrentPolicy(ticket, book, asksAs.agent()))).toBe('refused: not_allowed');
  expect(outcomeOf(applyCurrentPolicy(ticket, book, asksAs.requester()))).toBe('refused: not_allowed');
  const solved: Ticket = { ...ticket, status: 'solved' };
  expect(outcomeOf(applyCurrentPolicy(solved, book, asksAs.manager()))).toBe('nothing');
});

test('what would move is told with old and new due time, and nothing moves by looking', () => {
  const book = then({ first_response: promised(2 * hour), total_resolution: promised(48 * hour) });
  const before = JSON.stringify(ticket);
  const old = dueIn(ticket);
  const moves = dueMoves(ticket, book, asksAs.manager(after(30)));
  expect(moves).toContainEqual({
    ticket: ticket.id,
    target: 'first_response',
    was: old.first_response,
    due: after(120),
  });
  expect(moves).toContainEqual({
    ticket: ticket.id,
    target: 'total_resolution',
    was: old.total_resolution,
    due: after(48 * 60),
  });
  expect(moves).toContainEqual({
    ticket: ticket.id,
    target: 'first_resolution',
    was: old.first_resolution,
    due: old.first_resolution,
    stays: true,
  });
  expect(JSON.stringify(ticket)).toBe(before);
});

test('what would move is what moves', () => {
  const book = then({ first_response: promised(2 * hour), total_resolution: promised(10 * minute) });
  const asked = asksAs.manager(after(30));
  const moved = applyEvents(ticket, eventsOf(applyCurrentPolicy(ticket, book, asked)));
  const now = dueIn(moved, book);
  const old = dueIn(ticket);
  const changed = Object.keys(now).filter((target) => now[target] !== old[target]);
  const moves = dueMoves(ticket, book, asked).filter(({ stays }) => !stays);
  expect(moves.map(({ target }) => target).toSorted()).toEqual(changed.toSorted());
  expect(moves.map(({ target, due }) => [target, due])).toEqual(
    moves.map(({ target }) => [target, now[target]]),
  );
});

test('a promise that was not made before is new', () => {
  const bare = policyBook([
    anEdition({ rules: [aPolicy()], cadence: { ...first.cadence, bySeverity: {} } }),
    anEdition({
      edition: 2,
      rules: [aPolicy({ targets: { total_resolution: promised(hour) } })],
      cadence: { ...first.cadence, bySeverity: {} },
    }),
  ]);
  expect(dueMoves(ticket, bare, asksAs.manager(after(10)))).toEqual([
    { ticket: ticket.id, target: 'total_resolution', was: undefined, due: after(60) },
  ]);
});

test('nothing is due at once by a shorter promise', () => {
  const book = then({ first_response: promised(5 * minute) });
  const [move] = dueMoves(ticket, book, asksAs.manager(after(30)));
  expect(move).toMatchObject({ target: 'first_response', due: after(45) });
});

test('what is late by both editions stays as late as it was', () => {
  const book = then({ first_response: promised(hour) });
  const late = 5 * 60;
  expect(dueMoves(ticket, book, asksAs.manager(after(late))).filter(({ stays }) => !stays)).toEqual([]);
  const moved = applyEvents(ticket, eventsOf(applyCurrentPolicy(ticket, book, asksAs.manager(after(late)))));
  const clock = clocksOf(moved, book, after(late)).find(({ target }) => target === 'first_response');
  expect(clock).toMatchObject({ isBreached: true, overdueMs: hour, dueAt: after(4 * 60) });
});
