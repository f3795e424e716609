import type { Article } from '../src/domain/article.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { type Ranker, type SearchedText, searchBaselines } from './baselines/search-baselines.ts';
import { interval } from './random.ts';
import type { Figure } from './task.ts';

/** A row with what is asked of ours, and of the simple ways, which take words alone. */
export type Asked<Row> = { readonly row: Row; readonly question: string };

/** The share of its best that a list of ids reaches, 0–1. */
export type Mark<Row> = (ids: readonly string[], row: Row) => number;

/** Ours and every simple way of searching, marked on the same rows. `ours` and `simple` give ids, best first. */
export function retrievalFigure<Row>(
  metric: string,
  asked: readonly Asked<Row>[],
  way: {
    readonly mark: Mark<Row>;
    ours(row: Row): readonly string[];
    /** The same texts for a simple way. */
    simple(index: (texts: readonly SearchedText[]) => Ranker): (one: Asked<Row>) => readonly string[];
  },
): Figure {
  const marks = asked.map(({ row }) => way.mark(way.ours(row), row));
  return {
    metric,
    value: meanOf(marks),
    interval: interval(marks, meanOf),
    baselines: searchBaselines.map(({ name, index }) => {
      const find = way.simple(index);
      return { name, value: meanOf(asked.map((one) => way.mark(find(one), one.row))) };
    }),
  };
}

/** The product's search over texts that are a passage each. */
export function searchOver(texts: readonly SearchedText[]): ReturnType<typeof createSearch> {
  const search = createSearch();
  search.index({ type: 'articles', articles: texts.map(articleOf) });
  return search;
}

function articleOf({ id, title, text }: SearchedText): Article {
  return { id, title, keywords: [], passages: [{ id, article: id, title, heading: title, text }] };
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One over the place of the first right id among the first `places`, 0 when none is. */
export function reciprocalRank(ids: readonly string[], right: readonly string[], places: number): number {
  const at = ids.slice(0, places).findIndex((id) => right.includes(id));
  return at === -1 ? 0 : 1 / (at + 1);
}

/** Normalised discounted cumulative gain of the first `places`: right ids count less further down. */
export function ndcg(ids: readonly string[], right: readonly string[], places: number): number {
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const got = ids.slice(0, places).reduce((sum, id, at) => sum + (right.includes(id) ? gain(at) : 0), 0);
  const best = Array.from({ length: Math.min(places, right.length) }, (_, at) => gain(at));
  return got / (best.reduce((sum, each) => sum + each, 0) || 1);
}
