import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrated, countIn, draftsIn, noBins, type ScoreBins } from '../../src/learning/calibration.ts';

/** So many drafts with a score, of which some held. */
function outcomes(...given: readonly (readonly [said: number, held: number, failed: number])[]): ScoreBins {
  const bins = noBins();
  for (const [said, held, failed] of given) {
    for (let left = held; left > 0; left -= 1) countIn(bins, { said, held: true }, 1);
    for (let left = failed; left > 0; left -= 1) countIn(bins, { said, held: false }, 1);
  }
  return bins;
}

const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const someOutcomes = fc
  .array(fc.tuple(score, fc.nat(12), fc.nat(12)), { maxLength: 12 })
  .map((given) => outcomes(...given));

test('while few drafts are decided an engine’s own number stands', () => {
  for (const raw of [0, 0.1, 0.42, 0.75, 1]) {
    expect(calibrated(raw, outcomes([0.7, 0, 9]), noBins())).toBe(raw);
  }
});

test('an engine that says too much is believed less, one that says too little more', () => {
  expect(calibrated(0.8, outcomes([0.8, 10, 30]), noBins())).toBeLessThan(0.4);
  expect(calibrated(0.5, outcomes([0.5, 36, 4]), noBins())).toBeGreaterThan(0.75);
});

test('what happened to middling scores says something about high ones too', () => {
  const worth = calibrated(0.9, outcomes([0.6, 0, 40]), noBins());
  expect(worth).toBeLessThan(0.8);
  expect(worth).toBeGreaterThan(calibrated(0.6, outcomes([0.6, 0, 40]), noBins()));
});

test('an engine without outcomes of its own is believed like the others; its own outcomes soon outweigh theirs', () => {
  const others = outcomes([0.8, 10, 50]);
  const stranger = calibrated(0.8, noBins(), others);
  expect(stranger).toBeLessThan(0.6);
  expect(calibrated(0.8, outcomes([0.8, 40, 2]), others)).toBeGreaterThan(0.8);
});

test('worth never falls where the score rises, and stays between nothing and everything', () => {
  fc.assert(
    fc.property(someOutcomes, someOutcomes, score, score, (own, others, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const worth = [calibrated(low, own, others), calibrated(high, own, others)] as const;
      // With too few outcomes the number itself stands; the rest is rounded to thousandths.
      expect(worth[0]).toBeLessThanOrEqual(worth[1]);
      expect(worth[0]).toBeGreaterThanOrEqual(0);
      expect(worth[1]).toBeLessThanOrEqual(1);
    }),
  );
});

test('with many outcomes it says what happened, whatever the engine said', () => {
  const truth = (said: number) => 1 / (1 + Math.exp(-12 * (said - 0.6)));
  const bins = noBins();
  for (let hundredths = 5; hundredths < 100; hundredths += 10) {
    const said = hundredths / 100;
    const held = Math.round(400 * truth(said));
    for (let count = 0; count < 400; count += 1) countIn(bins, { said, held: count < held }, 1);
  }
  for (const said of [0.15, 0.45, 0.55, 0.65, 0.85]) {
    expect(Math.abs(calibrated(said, bins, noBins()) - truth(said))).toBeLessThan(0.03);
  }
});

test('an outcome counted out leaves no trace', () => {
  const bins = outcomes([0.8, 3, 2]);
  countIn(bins, { said: 1, held: true }, 1);
  countIn(bins, { said: 1, held: true }, -1);
  expect(bins).toEqual(outcomes([0.8, 3, 2]));
  expect(draftsIn(bins)).toBe(5);
});
