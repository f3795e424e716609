import { plainTerms } from './search-baselines.ts';

/** A report as simple methods see it. */
export type PlainReport = { readonly id: string; readonly title: string; readonly body: string };
/** How alike two reports are by a simple method; comparable between pairs. */
export type PairScorer = (one: string, other: string) => number;

/** TF-IDF cosines of the title and of title and text: their mean was the best of seven simple ways to decide a pair. */
export function cosineBaselines(reports: readonly PlainReport[]): {
  readonly title: PairScorer;
  readonly mean: PairScorer;
} {
  const title = cosines(reports.map(({ id, title }) => [id, plainTerms(title)]));
  const whole = cosines(reports.map(({ id, title, body }) => [id, plainTerms(`${title} ${body}`)]));
  return { title, mean: (one, other) => (title(one, other) + whole(one, other)) / 2 };
}

function cosines(texts: readonly (readonly [id: string, terms: readonly string[]])[]): PairScorer {
  const counted = new Map(texts.map(([id, terms]) => [id, countsOf(terms)]));
  const holders = new Map<string, number>();
  for (const counts of counted.values()) {
    for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const vectors = new Map([...counted].map(([id, counts]) => [id, unit(counts)]));

  function unit(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const weights = [...counts].map(
      ([term, count]) =>
        [
          term,
          (1 + Math.log(count)) * Math.log((1 + texts.length) / (1 + (holders.get(term) ?? 0))),
        ] as const,
    );
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  }

  return (one, other) => {
    const right = vectors.get(other);
    let sum = 0;
    for (const [term, weight] of vectors.get(one) ?? []) sum += weight * (right?.get(term) ?? 0);
    return sum;
  };
}

function countsOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
