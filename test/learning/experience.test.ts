import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lesson } from '../../src/domain/learning.ts';
import type { DraftOutcome } from '../../src/domain/outcome.ts';
import { createExperience } from '../../src/learning/experience.ts';
import { after, ana } from '../support/builders.ts';

const anOutcome = (given: Partial<DraftOutcome> = {}): DraftOutcome => ({
  draft: 'd1',
  engine: 'offline',
  rawConfidence: 0.8,
  confidence: 0.8,
  draftedAt: after(1),
  verdict: 'sent_unchanged',
  decidedAt: after(2),
  blocked: false,
  findings: 0,
  byRule: false,
  ...given,
});

const aLesson = (ticket: string, given: Partial<Lesson> = {}): Lesson => ({
  ticket,
  text: 'Checkout fails with error 502',
  topic: { category: 'technical', productArea: 'checkout' },
  pressure: { severity: 'P2', sentiment: 'neutral', frustration: 0.1 },
  drafts: [anOutcome()],
  ...given,
});

const rejected = (ticket: string) => aLesson(ticket, { drafts: [anOutcome({ verdict: 'rejected' })] });
const ask = { ticket: 'T-99', engine: 'offline', raw: 0.8 };

function experienceOf(lessons: readonly Lesson[]) {
  const experience = createExperience();
  for (const lesson of lessons) experience.learn(lesson);
  return experience;
}

test('drafts that are rejected again and again lower what the same number is worth', () => {
  const experience = createExperience();
  expect(experience.confidence(ask)).toEqual({ confidence: 0.8, outcomes: 0 });
  for (let number = 1; number <= 20; number += 1) experience.learn(rejected(`T-${number}`));
  const { confidence, outcomes } = experience.confidence(ask);
  expect(confidence).toBeLessThan(0.5);
  expect(outcomes).toBe(20);
});

test('a ticket learned again replaces what was learned from it, and a forgotten one leaves no trace', () => {
  const lessons = Array.from({ length: 15 }, (_, at) => rejected(`T-${at}`));
  const before = experienceOf(lessons);
  const again = experienceOf([...lessons, aLesson('T-1'), aLesson('T-50'), lessons[1]!]);
  again.forget('T-50');
  again.forget('T-51');
  expect(again.confidence(ask)).toEqual(before.confidence(ask));
  expect(again.reliability()).toEqual(before.reliability());
});

test('a ticket’s own outcomes say nothing about its next draft', () => {
  const lessons = Array.from({ length: 15 }, (_, at) => aLesson(`T-${at}`));
  const without = experienceOf(lessons).confidence({ ...ask, ticket: 'T-20' });
  expect(experienceOf([...lessons, rejected('T-20')]).confidence({ ...ask, ticket: 'T-20' })).toEqual(
    without,
  );
  expect(experienceOf([...lessons, rejected('T-20')]).confidence(ask)).not.toEqual(without);
});

test('what a guard stopped and what left by a rule says nothing about confidence', () => {
  const lessons = Array.from({ length: 20 }, (_, at) =>
    aLesson(`T-${at}`, {
      drafts: [anOutcome({ verdict: 'rejected', blocked: true }), anOutcome({ byRule: true })],
    }),
  );
  const experience = experienceOf(lessons);
  expect(experience.confidence(ask)).toEqual({ confidence: 0.8, outcomes: 0 });
  expect(experience.reliability().drafts).toBe(0);
});

test('the same lessons give the same answers in whatever order they come', () => {
  const verdict = fc.constantFrom<DraftOutcome['verdict']>(
    'sent_unchanged',
    'edited',
    'rejected',
    'undecided',
  );
  const drafts = fc
    .array(fc.record({ verdict, hundredths: fc.nat(100), minutes: fc.nat(50) }), { maxLength: 3 })
    .map((given) =>
      given.map(({ verdict: became, hundredths, minutes }, at) =>
        anOutcome({
          draft: `d${at + 1}`,
          verdict: became,
          rawConfidence: hundredths / 100,
          confidence: hundredths / 100,
          ...(became === 'undecided' ? {} : { decidedAt: after(minutes) }),
        }),
      ),
    );
  const shelf = fc
    .array(drafts, { maxLength: 40 })
    .map((all) => all.map((each, at) => aLesson(`T-${at}`, { drafts: each })));
  const twoOrders = shelf.chain((lessons) =>
    fc.tuple(fc.constant(lessons), fc.shuffledSubarray(lessons, { minLength: lessons.length })),
  );
  fc.assert(
    fc.property(twoOrders, fc.nat(100), ([one, other], hundredths) => {
      const [first, second] = [experienceOf(one), experienceOf(other)];
      const asked = { ...ask, raw: hundredths / 100 };
      expect(second.confidence(asked)).toEqual(first.confidence(asked));
      expect(second.outcomes()).toEqual(first.outcomes());
      expect(second.reliability()).toEqual(first.reliability());
    }),
  );
});

test('outcomes come by the moment they were decided, with their ticket and what it is about', () => {
  const experience = experienceOf([
    aLesson('T-1', { drafts: [anOutcome({ decidedAt: after(30) })] }),
    aLesson('T-2', { drafts: [{ ...withoutEnd(), verdict: 'undecided' }] }),
    aLesson('T-3', { drafts: [anOutcome({ decidedAt: after(5) })] }),
  ]);
  expect(experience.outcomes().map(({ ticket }) => ticket)).toEqual(['T-3', 'T-1', 'T-2']);
  expect(experience.outcomes(after(10)).map(({ ticket }) => ticket)).toEqual(['T-1', 'T-2']);
  expect(experience.outcomes()[0]).toMatchObject({ topic: { productArea: 'checkout' } });
});

function withoutEnd(): DraftOutcome {
  const { decidedAt: _decidedAt, ...rest } = anOutcome();
  return rest;
}

test('corrections are counted and the latest are named', () => {
  const sorting = {
    at: after(1),
    category: 'billing',
    severity: 'P3',
    sentiment: 'neutral',
    queue: 'billing',
  } as const;
  const experience = experienceOf([
    aLesson('T-1', { sorting: { ...sorting, correctedBy: {} } }),
    aLesson('T-2', { sorting: { ...sorting, at: after(2), correctedBy: { category: ana }, lastBy: ana } }),
    aLesson('T-3', { sorting: { ...sorting, at: after(9), correctedBy: { queue: ana }, lastBy: ana } }),
  ]);
  const learned = experience.learned();
  expect(learned).toMatchObject({ lessons: 3, corrected: 2 });
  expect(learned.latest.map(({ ticket }) => ticket)).toEqual(['T-3', 'T-2']);
  expect(learned.byCategory.find(({ category }) => category === 'billing')).toMatchObject({ seen: 3 });
});
