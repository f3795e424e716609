import { expect, test } from 'vitest';
import { promiseWords } from '../../src/cards/promise-words.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import { applyEvents } from '../../src/domain/ticket/apply.ts';
import { reopenTicket, solveTicket } from '../../src/domain/ticket/ending.ts';
import { absorb, mergeInto, unmerge } from '../../src/domain/ticket/relation.ts';
import { day } from '../../src/domain/time.ts';
import { aTicket, aWorkedTicket } from '../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../support/an-edition.ts';
import { after, asksAs, eventsOf } from '../support/builders.ts';

const one = policyBook([anEdition({ rules: [aPolicy({ targets: { total_resolution: promised(day) } })] })]);
const both = policyBook([
  anEdition({
    rules: [aPolicy({ targets: { first_resolution: promised(day), total_resolution: promised(day) } })],
  }),
]);
const words = (ticket = aWorkedTicket(), book = one) => promiseWords('total_resolution', ticket, book);

test('the one solution that is promised is called so, sorted or not', () => {
  expect(words()).toBe('solution');
  expect(words(aTicket())).toBe('solution');
});

test('where a first solution is promised beside it, it is the solution in all', () => {
  expect(words(aWorkedTicket(), both)).toBe('solution in all');
  expect(promiseWords('first_resolution', aWorkedTicket(), both)).toBe('solution');
  expect(promiseWords('next_update', aWorkedTicket(), both)).toBe('next update');
});

test('once a ticket came back it is the solution in all', () => {
  const worked = aWorkedTicket();
  const solved = applyEvents(worked, eventsOf(solveTicket(worked, undefined, asksAs.agent(after(10)))));
  expect(words(solved)).toBe('solution');
  const back = applyEvents(solved, eventsOf(reopenTicket(solved, 'Not yet', asksAs.agent(after(20)))));
  expect(words(back)).toBe('solution in all');
});

test('a merge that was taken back is no return', () => {
  const worked = aWorkedTicket();
  const target = aTicket({ id: 'T-2' });
  const merged = applyEvents(worked, eventsOf(mergeInto(worked, target, asksAs.agent(after(10)))));
  const absorbed = applyEvents(target, eventsOf(absorb(target, merged, asksAs.desk(after(10)))));
  expect(absorbed.absorbed).toHaveLength(1);
  expect(words(applyEvents(merged, eventsOf(unmerge(merged, asksAs.agent(after(20))))))).toBe('solution');
});
