import { countOf, numberOf } from './term-documents.ts';

/** A query as an index understands it. */
export type QueryWeights = {
  /** Terms that are known, or the nearest known ones, weightiest first: `weight` is `count` times rarity. */
  readonly terms: readonly { readonly id: number; readonly count: number; readonly weight: number }[];
  /** Every term as it was asked, known or not. */
  readonly whole: readonly { readonly count: number; readonly rarity: number }[];
};

type Looked = {
  /** BM25's share of what a document made for the query would get. */
  readonly share: number;
  /** Pairs of a term's number and its count in the document. */
  readonly terms: Uint32Array;
  rarityOf(id: number): number;
};

/** How much the cosine counts beside BM25: anything from 0.5 to 1 served four sets of questions about as well. */
const cosineWeight = 0.6;

/**
 * How well a document fits. BM25 asks how much of the query is in the document; the cosine also asks how much else is
 * in it. Together they order better than either.
 */
export function fitOf(
  { terms, whole }: QueryWeights,
  { share, terms: words, rarityOf }: Looked,
): { readonly score: number; readonly coverage: number } {
  const asked = new Map(terms.map(({ id, count, weight }) => [id, { count, weight }]));
  let length = 0;
  let shared = 0;
  let covered = 0;
  for (const each of words) {
    const id = numberOf(each);
    const rarity = rarityOf(id);
    const weight = Math.sqrt(countOf(each)) * rarity;
    length += weight ** 2;
    const known = asked.get(id);
    if (known === undefined) continue;
    shared += weight * Math.sqrt(known.count) * rarity;
    covered += known.weight;
  }
  const asLong = Math.sqrt(sumOf(whole, ({ count, rarity }) => count * rarity ** 2) * length) || 1;
  const cosine = Math.min(1, shared / asLong);
  const all = sumOf(whole, ({ count, rarity }) => count * rarity) || 1;
  return {
    score: (share + cosineWeight * cosine) / (1 + cosineWeight),
    coverage: Math.min(1, covered / all),
  };
}

function sumOf<T>(items: readonly T[], weigh: (item: T) => number): number {
  return items.reduce((sum, item) => sum + weigh(item), 0);
}
