import type { Lesson } from '../domain/learning.ts';
import { hasHeld } from '../domain/outcome.ts';
import { reliabilityOf } from '../domain/reliability.ts';
import type { LearnedTriage } from '../domain/triage.ts';
import type { Experience } from '../ports.ts';
import { answerability } from './answerable-model.ts';
import { calibrated, draftsIn } from './calibration.ts';
import { newestLessons } from './newest-lessons.ts';
import { isTelling, outcomeCounts } from './outcome-counts.ts';
import { createTriageLearner } from './triage-learner.ts';
import { learnedOf, outcomesOf } from './what-was-learned.ts';

/** What learns how tickets are sorted. The same lessons give the same opinion, in whatever order they came. */
export type SortingLearner = {
  /** Lessons of one category it takes to have an opinion about it. */
  readonly fewest: number;
  learn(lesson: Lesson): void;
  forget(ticket: string): void;
  /** Weighs lessons anew with at most so many looks at them; true when nothing is left to do. */
  settle(looks: number): boolean;
  /** The opinion about these words, without what was learned from the ticket they belong to. */
  opinion(ask: { readonly ticket: string; readonly text: string }): LearnedTriage | undefined;
};

/** Looks at a lesson in one piece of weighing: a few milliseconds' worth. */
const looksAtOnce = 50;

/** Tickets that teach sorting: enough for a few values of three fields, and weighed in seconds. */
const mostLessons = 5_000;

/** What the desk has learned, in memory: built anew from the tickets at each start. */
export function createExperience(sorter: SortingLearner = createTriageLearner()): Experience {
  const learner = newestLessons(sorter, mostLessons);
  const lessons = new Map<string, Lesson>();
  const counts = outcomeCounts();

  /** `lesson` absent: forgotten. The learner is bothered only when there is news for it. */
  function replace(ticket: string, lesson: Lesson | undefined): void {
    const known = lessons.get(ticket);
    if (known) counts.count(known, -1);
    if (lesson) counts.count(lesson, 1);
    if (lesson) lessons.set(ticket, lesson);
    else lessons.delete(ticket);
    if (teaching(known) === teaching(lesson)) return;
    if (known?.sorting) learner.forget(ticket);
    if (lesson?.sorting) learner.learn(lesson);
  }

  return {
    learn: (lesson) => replace(lesson.ticket, lesson),
    forget: (ticket) => replace(ticket, undefined),
    triage: (ask) => learner.opinion(ask),
    confidence({ ticket, engine, raw }) {
      const { own, others } = counts.without(lessons.get(ticket), engine);
      return { confidence: calibrated(raw, own, others), outcomes: draftsIn(own) };
    },
    answerable: ({ text, before }, hits) => answerability({ question: text, before, hits }),
    reliability(since) {
      const predictions = outcomesOf([...lessons.values()], since).flatMap((outcome) => {
        const held = isTelling(outcome) ? hasHeld(outcome) : undefined;
        return held === undefined ? [] : [{ said: outcome.confidence, held }];
      });
      return reliabilityOf(predictions);
    },
    outcomes: (since) => outcomesOf([...lessons.values()], since),
    settle: () => learner.settle(looksAtOnce),
    learned: () => learnedOf([...lessons.values()], learner.fewest),
  };
}

/** What of a lesson the learner is taught. */
function teaching(lesson: Lesson | undefined): string {
  return lesson?.sorting ? JSON.stringify([lesson.text, lesson.sorting]) : '';
}
