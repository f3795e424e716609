import { expect, test } from 'vitest';
import { lessonOf } from '../../src/domain/learning.ts';
import { correctSorting } from '../../src/workflows/correct-sorting.ts';
import { afterwards, aWorkedTicket } from '../support/a-ticket.ts';
import { after, ana, asksAs, settings } from '../support/builders.ts';

const queues = [
  { name: 'billing', when: { category: 'billing' as const } },
  { name: 'technical', when: { category: 'technical' as const } },
  { name: 'general' },
];
const desk = { settings: { ...settings, queues } };
const asked = (minutes: number) => asksAs.agent(after(minutes), ana);

test('the queue follows a corrected category, and says that the desk moved it', () => {
  const ticket = afterwards(aWorkedTicket(), (now) =>
    correctSorting(desk, now, { field: 'category', to: 'billing', asked: asked(5) }),
  );
  expect(ticket.triage).toMatchObject({ category: 'billing', queue: 'billing' });
  expect(ticket.triage?.corrections.map(({ field, by }) => [field, by])).toEqual([
    ['category', ana],
    ['queue', 'desk'],
  ]);
});

test('a queue that a person chose stays', () => {
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => correctSorting(desk, now, { field: 'queue', to: 'general', asked: asked(5) }),
    (now) => correctSorting(desk, now, { field: 'category', to: 'billing', asked: asked(6) }),
  );
  expect(ticket.triage).toMatchObject({ category: 'billing', queue: 'general' });
});

test('of an open ticket only what a person put right is learned', () => {
  const ticket = afterwards(aWorkedTicket(), (now) =>
    correctSorting(desk, now, { field: 'category', to: 'billing', asked: asked(5) }),
  );
  const sorting = lessonOf(ticket)?.sorting;
  expect(sorting?.category).toBe('billing');
  expect(sorting).not.toHaveProperty('severity');
  expect(sorting).not.toHaveProperty('sentiment');
  expect(sorting).not.toHaveProperty('queue');
});
