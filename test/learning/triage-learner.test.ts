import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lesson } from '../../src/domain/learning.ts';
import { createTriageLearner, type TriageLearner } from '../../src/learning/triage-learner.ts';
import { aSortedTicket, solvedTickets, ticketTexts } from './support-tickets.ts';

function taught(lessons: readonly Lesson[]): TriageLearner {
  const learner = createTriageLearner();
  for (const lesson of lessons) learner.learn(lesson);
  return learner;
}

const opinion = (learner: TriageLearner, text: string, ticket = 'T-new') => learner.opinion({ ticket, text });

test('ten tickets of each category are enough to name the category of a new one', () => {
  const learner = taught(solvedTickets(10));
  for (const category of ['billing', 'bug', 'account'] as const) {
    for (const text of ticketTexts(category, 5, 10)) {
      expect(opinion(learner, text)?.category).toMatchObject({ value: category, seen: 10 });
    }
  }
});

test('it is silent while fewer than two categories have a few tickets each', () => {
  const billing = ticketTexts('billing', 9).map((text, at) =>
    aSortedTicket(`T-${at}`, text, { category: 'billing' }),
  );
  const bugs = ticketTexts('bug', 3).map((text, at) => aSortedTicket(`B-${at}`, text, { category: 'bug' }));
  expect(opinion(taught([]), 'The invoice is wrong')).toBeUndefined();
  expect(opinion(taught(billing), 'The invoice is wrong')).toBeUndefined();
  expect(opinion(taught([...billing, ...bugs.slice(1)]), 'The invoice is wrong')).toBeUndefined();
  expect(opinion(taught([...billing, ...bugs]), 'The invoice is wrong')?.category?.value).toBe('billing');
});

test('a field whose values were all the same stays open', () => {
  const told = opinion(taught(solvedTickets(10)), 'The invoice for April is missing');
  expect(told?.category).toBeDefined();
  expect(told?.severity).toBeUndefined();
  expect(told?.sentiment).toBeUndefined();
});

test('it abstains on a stranger, and names no field', () => {
  const learner = taught(solvedTickets(12));
  for (const text of ['Wann fährt der Zug nach Köln?', 'xqzv wkjp 8841', '🔥🔥🔥', '']) {
    expect(opinion(learner, text)).toEqual({ abstains: true });
  }
});

test('it names the most alike ticket and who put its category right', () => {
  const learner = taught([
    ...solvedTickets(8),
    aSortedTicket('T-88', 'The webhook signature of our shop is refused', {
      category: 'account',
      correctedBy: { category: 'Ana' },
    }),
  ]);
  expect(opinion(learner, 'The webhook signature is refused since today')?.category?.like).toEqual({
    ticket: 'T-88',
    correctedBy: 'Ana',
  });
});

test('a correction outweighs a ticket that was merely solved', () => {
  const text = 'The nightly sync of our warehouse stops';
  const told = (correctedBy: { category?: string }) =>
    opinion(
      taught([
        ...solvedTickets(8),
        aSortedTicket('T-1', `${text} today`, { category: 'billing' }),
        aSortedTicket('T-2', `${text} at noon`, { category: 'billing' }),
        aSortedTicket('T-3', text, { category: 'account', correctedBy }),
      ]),
      `${text} again`,
    )?.category?.value;
  expect(told({})).toBe('billing');
  expect(told({ category: 'Ana' })).toBe('account');
});

test('the same tickets in another order give the same opinion', () => {
  const lessons = solvedTickets(8);
  const expected = opinion(taught(lessons), 'The bill was taken twice');
  expect(expected?.category?.value).toBe('billing');
  fc.assert(
    fc.property(fc.shuffledSubarray([...lessons], { minLength: lessons.length }), (order) => {
      expect(opinion(taught(order), 'The bill was taken twice')).toEqual(expected);
    }),
    { numRuns: 8 },
  );
});

test('a forgotten ticket is forgotten', () => {
  const lessons = solvedTickets(8);
  const learner = taught([
    ...lessons,
    aSortedTicket('T-gone', 'The glockenspiel is out of tune', { category: 'bug' }),
  ]);
  expect(opinion(learner, 'The glockenspiel is out of tune')?.category?.like?.ticket).toBe('T-gone');
  learner.forget('T-gone');
  expect(opinion(learner, 'The glockenspiel')).toEqual(opinion(taught(lessons), 'The glockenspiel'));
});

test('a ticket whose sorting is no longer known is forgotten too', () => {
  const lessons = solvedTickets(8);
  const { sorting: _, ...unsorted } = aSortedTicket('T-x', 'The glockenspiel is out of tune');
  const learner = taught([...lessons, aSortedTicket('T-x', 'The glockenspiel is out of tune'), unsorted]);
  expect(opinion(learner, 'The glockenspiel')).toEqual(opinion(taught(lessons), 'The glockenspiel'));
});

test('the opinion about a ticket leaves out what was learned from it', () => {
  const lessons = solvedTickets(10);
  const own = aSortedTicket('T-own', 'The harpsichord module hums', {
    category: 'account',
    correctedBy: { category: 'Ana' },
  });
  const learner = taught([...lessons, own]);
  const asOther = opinion(learner, own.text)?.category;
  const asOwn = opinion(learner, own.text, 'T-own');
  expect(asOther?.like?.ticket).toBe('T-own');
  expect(asOwn?.category?.like?.ticket).not.toBe('T-own');
  expect(asOwn?.category?.confidence ?? 0).toBeLessThan(asOther?.confidence ?? 0);
});

test('severity is learned from a few tickets of each', () => {
  const outage = 'Everything is down for all our users';
  const lessons = [
    ...['today', 'now', 'since noon', 'again'].flatMap((when, at) => [
      aSortedTicket(`H-${at}`, `${outage} ${when}`, { severity: 'P1' }),
      aSortedTicket(`M-${at}`, `The report is slow for some users ${when}`, { severity: 'P2' }),
      aSortedTicket(`L-${at}`, `A small typo on the help page ${when}`, { severity: 'P4' }),
    ]),
  ];
  const learner = taught(lessons);
  expect(opinion(learner, `${outage} tonight`)?.severity?.value).toBe('P1');
  expect(opinion(learner, 'A small typo on the page')?.severity?.value).toBe('P4');
});

test('many lessons at once are weighed in pieces', () => {
  const learner = taught(solvedTickets(150));
  let pieces = 1;
  while (!learner.settle(100)) pieces += 1;
  expect(pieces).toBeGreaterThan(10);
  expect(opinion(learner, 'The invoice for April is missing')?.category?.value).toBe('billing');
});

test('without any settling, opinions come by themselves while tickets do', () => {
  const learner = taught(solvedTickets(60));
  let asked = 1;
  while (opinion(learner, 'The invoice for April is missing') === undefined && asked < 200) asked += 1;
  expect(opinion(learner, 'The invoice for April is missing')?.category?.value).toBe('billing');
});
