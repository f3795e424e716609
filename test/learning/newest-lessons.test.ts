import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lesson } from '../../src/domain/learning.ts';
import type { SortingLearner } from '../../src/learning/experience.ts';
import { newestLessons } from '../../src/learning/newest-lessons.ts';
import { after } from '../support/builders.ts';

/** A learner that only remembers whom it was taught. */
function pupil() {
  const knows = new Set<string>();
  const learner: SortingLearner = {
    fewest: 1,
    learn: ({ ticket }) => void knows.add(ticket),
    forget: (ticket) => void knows.delete(ticket),
    opinion: () => undefined,
    settle: () => true,
  };
  return { knows, learner };
}

const lesson = (number: number, minutes: number): Lesson => ({
  ticket: `T-${number}`,
  text: 'Checkout fails',
  topic: { category: 'technical', productArea: 'checkout' },
  pressure: { severity: 'P3', sentiment: 'neutral', frustration: 0 },
  drafts: [],
  sorting: {
    at: after(minutes),
    category: 'technical',
    severity: 'P3',
    sentiment: 'neutral',
    queue: 'technical',
    correctedBy: {},
  },
});

test('the newest lessons are taught, in whatever order they come', () => {
  const lessons = Array.from({ length: 12 }, (_, at) => lesson(at, at));
  const shuffles = fc.shuffledSubarray(lessons, { minLength: lessons.length });
  fc.assert(
    fc.property(shuffles, fc.integer({ min: 1, max: 14 }), (order, most) => {
      const { knows, learner } = pupil();
      const newest = newestLessons(learner, most);
      for (const each of order) newest.learn(each);
      expect([...knows].toSorted()).toEqual(
        lessons
          .slice(-most)
          .map(({ ticket }) => ticket)
          .toSorted(),
      );
    }),
  );
});

test('a lesson that comes again counts by its new moment, and a forgotten one makes room', () => {
  const { knows, learner } = pupil();
  const newest = newestLessons(learner, 2);
  for (const each of [lesson(1, 1), lesson(2, 2), lesson(1, 9), lesson(3, 3)]) newest.learn(each);
  expect([...knows].toSorted()).toEqual(['T-1', 'T-3']);
  newest.forget('T-3');
  newest.learn(lesson(4, 0));
  expect([...knows].toSorted()).toEqual(['T-1', 'T-4']);
});
