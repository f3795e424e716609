import { expect, test } from 'vitest';
import { glanceAtClocks, riskFrom } from '../../../src/domain/sla/clock-glance.ts';
import { policyBook } from '../../../src/domain/sla/policy-book.ts';
import { waitForRequester } from '../../../src/domain/ticket/work.ts';
import { hour, laterBy, minute } from '../../../src/domain/time.ts';
import { afterwards, aTicket, aWorkedTicket } from '../../support/a-ticket.ts';
import { anEdition } from '../../support/an-edition.ts';
import { after, asksAs, ten } from '../../support/builders.ts';

const book = policyBook([anEdition()]);

test('nothing is owed on a ticket that was not sorted yet', () => {
  expect(glanceAtClocks(aTicket(), book)).toEqual({});
});

test('what is due next stands first, with everything else that is owed', () => {
  const glance = glanceAtClocks(aWorkedTicket(), book);
  const owed = glance.owed ?? [];
  const first = owed.map(({ dueAt }) => dueAt ?? '~').sort()[0];
  expect(glance.dueAt).toBe(first);
  expect(owed.find(({ target }) => target === glance.dueTarget)?.dueAt).toBe(first);
  expect(owed.map(({ target }) => target)).toContain('total_resolution');
  expect(glance.missed).toBeUndefined();
});

test('a paused promise is owed without a due time', () => {
  const ticket = afterwards(aWorkedTicket({ status: 'open' }), (open) =>
    waitForRequester(open, asksAs.agent(after(5))),
  );
  const { owed = [] } = glanceAtClocks(ticket, book);
  expect(owed).toContainEqual({ target: 'total_resolution' });
});

test('a solved ticket owes nothing and remembers what it missed', () => {
  const glance = glanceAtClocks(aWorkedTicket({ status: 'closed' }), book);
  expect(glance.owed).toBeUndefined();
  expect(glance.dueAt).toBeUndefined();
  const late = aWorkedTicket({ status: 'closed' });
  const lateBy = (at: string) => laterBy(at, 48 * hour);
  const ended = late.statusLog.map((entry) =>
    entry.status === 'solved' || entry.status === 'closed' ? { ...entry, at: lateBy(entry.at) } : entry,
  );
  const { missed } = glanceAtClocks({ ...late, statusLog: ended, changedAt: lateBy(late.changedAt) }, book);
  expect(missed).toMatchObject({ total_resolution: 1 });
});

test.each([
  ['a quarter of an hour', 15 * minute, undefined, 2 * hour],
  ['an hour', hour, undefined, 2 * hour],
  ['four hours, last warned of at 90 percent', 4 * hour, 3.6 * hour, 2 * hour],
  ['a day, last warned of at 90 percent', 24 * hour, 21.6 * hour, 2.4 * hour],
  ['three days, last warned of at 90 percent', 72 * hour, 64.8 * hour, 7.2 * hour],
  ['three days without a warning', 72 * hour, undefined, 2 * hour],
])('a promise of %s is at risk in time', (_, withinMs, warnedMs, leadMs) => {
  const dueAt = laterBy(ten, withinMs);
  const steps = [
    ...(warnedMs === undefined ? [] : [{ step: 'warn_90' as const, at: laterBy(ten, warnedMs) }]),
    { step: 'due' as const, at: dueAt },
  ];
  expect(riskFrom({ dueAt, steps })).toBe(laterBy(dueAt, -leadMs));
});
