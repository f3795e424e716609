import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFeatures } from '../../src/learning/text-features.ts';
import { featureSpace } from '../../src/learning/text-hash.ts';

const wordsOf = (text: string) => {
  const { buckets, ends } = textFeatures(text);
  return new Set(buckets.subarray(0, ends[0]));
};

test('forms of a word are one feature', () => {
  expect([...wordsOf('charged')]).toEqual([...wordsOf('charges')]);
});

test('words written apart, together or with a hyphen share a feature', () => {
  const together = [...wordsOf('topup')][0] ?? -1;
  expect(wordsOf('top up').has(together)).toBe(true);
  expect(wordsOf('top-up').has(together)).toBe(true);
});

test('a code counts as a whole and in its parts', () => {
  const code = wordsOf('ERR-502');
  expect(code.has([...wordsOf('502')][0] ?? -1)).toBe(true);
  expect(code.size).toBeGreaterThan(2);
});

test('any text gives numbers within bounds, each once in its part, and not too many', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      const { buckets, ends } = textFeatures(text);
      for (const part of [
        buckets.subarray(0, ends[0]),
        buckets.subarray(ends[0], ends[1]),
        buckets.subarray(ends[1]),
      ]) {
        expect(new Set(part).size).toBe(part.length);
      }
      expect(buckets.every((bucket) => bucket < featureSpace)).toBe(true);
      expect(buckets.length).toBeLessThan(20_000);
    }),
    { numRuns: 50 },
  );
});
