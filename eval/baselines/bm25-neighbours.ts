import type { Guess, Labelled } from './text-baseline.ts';

/** The five nearest examples by BM25 vote with their scores. */
export function nearestByBm25(
  examples: readonly Labelled[],
  termsOf: (text: string) => readonly string[],
): (text: string) => Guess {
  const postings = new Map<string, Map<number, number>>();
  const lengths = examples.map(({ text }, at) => {
    const terms = termsOf(text);
    for (const term of terms) {
      const found = postings.get(term) ?? new Map<number, number>();
      postings.set(term, found.set(at, (found.get(at) ?? 0) + 1));
    }
    return terms.length;
  });
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (text) => {
    const sums = new Map<number, number>();
    for (const term of new Set(termsOf(text))) {
      const found = postings.get(term);
      if (found === undefined) continue;
      const rarity = Math.log(1 + (examples.length - found.size + 0.5) / (found.size + 0.5));
      for (const [at, count] of found) {
        const weighed = (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / usual));
        sums.set(at, (sums.get(at) ?? 0) + rarity * weighed);
      }
    }
    const nearest = [...sums].sort((one, other) => other[1] - one[1]).slice(0, 5);
    const votes = new Map<string, number>();
    for (const [at, score] of nearest) {
      const label = examples[at]?.label ?? '';
      votes.set(label, (votes.get(label) ?? 0) + score);
    }
    const [label = '', score = 0] = [...votes].sort((one, other) => other[1] - one[1])[0] ?? [];
    return { label, score };
  };
}
