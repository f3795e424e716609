import { expect, test } from 'vitest';
import { type Prediction, reliabilityOf } from '../../src/domain/reliability.ts';

const said = (confidence: number, held: number, failed: number): readonly Prediction[] => [
  ...Array.from({ length: held }, () => ({ said: confidence, held: true })),
  ...Array.from({ length: failed }, () => ({ said: confidence, held: false })),
];

test('what was said stands beside what happened, bin by bin', () => {
  const { bins, drafts, gap } = reliabilityOf([...said(0.8, 8, 2), ...said(0.6, 3, 7)]);
  expect(drafts).toBe(20);
  expect(bins).toMatchObject([
    { from: 0.5, to: 0.75, drafts: 10, happened: 0.3 },
    { from: 0.75, to: 0.9, drafts: 10, happened: 0.8 },
  ]);
  expect(bins[0]?.said).toBeCloseTo(0.6);
  expect(gap).toBeCloseTo(0.15);
});

test('an edge belongs to the bin above it, certainty to the last', () => {
  expect(reliabilityOf(said(0.75, 1, 0)).bins).toMatchObject([{ from: 0.75 }]);
  expect(reliabilityOf(said(1, 1, 0)).bins).toMatchObject([{ from: 0.9, to: 1 }]);
  expect(reliabilityOf(said(0, 1, 0)).bins).toMatchObject([{ from: 0 }]);
});

test('saying half each time scores a quarter, being right and sure scores nothing', () => {
  expect(reliabilityOf(said(0.5, 5, 5)).brier).toBe(0.25);
  expect(reliabilityOf([...said(1, 3, 0), ...said(0, 0, 3)])).toMatchObject({ brier: 0, gap: 0 });
});

test('nothing decided gives no figures', () => {
  expect(reliabilityOf([])).toEqual({ drafts: 0, bins: [] });
});
