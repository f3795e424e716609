import { wordsOf } from './language/words-of.ts';

/**
 * How much of a text a person changed, 0–1: words that were taken out or put in, of the words of both. Order counts,
 * punctuation and capitals do not.
 */
export function changedShare(before: string, after: string): number {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const all = one.length + other.length;
  if (all === 0) return 0;
  const share = 1 - (2 * keptInOrder(one, other)) / all;
  return Math.round(share * 1000) / 1000;
}

/** Words that stand in both in the same order: the longest common subsequence. */
function keptInOrder(one: readonly string[], other: readonly string[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const row = [0];
    for (const [at, match] of other.entries()) {
      row.push(word === match ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
