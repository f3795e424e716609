import { expect, test } from 'vitest';
import { type Quality, qualityBlocks } from '../../src/cards/team/quality-blocks.ts';
import { reliabilityOf } from '../../src/domain/reliability.ts';
import { after, ana, settings } from '../support/builders.ts';
import { readText } from './reading.ts';

const quality = (given: Partial<Quality> = {}): Quality => ({
  reliability: reliabilityOf([]),
  outcomes: [],
  learned: { lessons: 0, corrected: 0, byCategory: [], latest: [] },
  days: 90,
  ...given,
});
const show = (given: Partial<Quality>) => readText(qualityBlocks(quality(given), settings));

const decided = (said: number, held: number, failed: number) =>
  Array.from({ length: held + failed }, (_, at) => ({ said, held: at < held }));

test('with few drafts decided it says so and shows no table', () => {
  const text = show({ reliability: reliabilityOf(decided(0.8, 3, 1)) });
  expect(text).toContain('Not enough decided drafts yet: 4 of 30.');
  expect(text).not.toContain('in 100');
});

test('with enough it says, for each word, what was said and what happened, and what the figures mean', () => {
  const text = show({ reliability: reliabilityOf([...decided(0.8, 15, 5), ...decided(0.6, 4, 16)]) });
  expect(text).toContain('medium, 0.50 to 0.75: said 60, happened 20 in 100 · 20 drafts');
  expect(text).toContain('high, 0.75 to 0.90: said 80, happened 75 in 100 · 20 drafts');
  expect(text).toContain('23 points of 100 apart on average (0 is perfect)');
  expect(text).toMatch(/Brier score 0\.\d\d: 0 is perfect/);
});

test('it says from how much it learned, what it judges by that, and who corrected it lately', () => {
  const text = show({
    learned: {
      lessons: 42,
      corrected: 9,
      byCategory: [
        { category: 'billing', seen: 14, judges: true },
        { category: 'feature_request', seen: 3, judges: false },
      ],
      latest: [{ ticket: 'T-88', at: after(5), by: ana }],
    },
  });
  expect(text).toContain('From 42 tickets that people corrected or solved, 9 of them corrected.');
  expect(text).toContain('It has seen enough to help sort: billing (14).');
  expect(text).toContain('Too few yet, rules alone: feature request (3).');
  expect(text).toContain(`Latest corrections: T-88 by @${ana}`);
});

test('a desk that has learned nothing says how it will', () => {
  expect(show({})).toContain('Nothing yet. It learns from tickets that are corrected or solved.');
});
