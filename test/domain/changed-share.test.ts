import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedShare } from '../../src/domain/changed-share.ts';

test.each([
  ['nothing', 'Please clear the cache', 'Please clear the cache', 0],
  ['punctuation alone', 'Please clear the cache.', 'please clear the cache', 0],
  ['one word of four', 'Please clear the cache', 'Please clear the cookie', 0.25],
  ['a word added', 'clear the cache', 'clear the cache twice', 0.143],
  ['everything', 'clear the cache', 'wir melden uns', 1],
  ['from nothing', '', 'hello', 1],
  ['both empty', '', '', 0],
])('%s is changed', (_what, before, after, share) => {
  expect(changedShare(before, after)).toBe(share);
});

test('the same either way round, and between nothing and everything', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const share = changedShare(one, other);
      expect(share).toBe(changedShare(other, one));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(share === 0).toBe(one === other);
    }),
  );
});
