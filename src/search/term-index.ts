import { fitOf, type QueryWeights } from './closer-look.ts';
import { createNumberLists } from './number-lists.ts';
import { pickBest, type Scored } from './pick-best.ts';
import { documentsFrom, documentsToBytes } from './term-bytes.ts';
import { countOf, createTermDocuments, numberOf, pair, tidied } from './term-documents.ts';

/** How often each term occurs in a document or a query; in a query a term may also count by a fraction. */
export type TermCounts = ReadonlyMap<string, number>;
export type { Scored } from './pick-best.ts';

/** A document looked at closely. All numbers are 0–1 and can be compared between queries. */
export type RankedDocument = Scored & {
  /** Share of the query that the document speaks about, rare words counting more. */
  readonly coverage: number;
};

/** The constants of BM25: how soon repeating a word stops to count, and how much long documents pay for their length. */
export type Bm25 = { readonly k1: number; readonly b: number };

const usual: Bm25 = { k1: 1.2, b: 0.75 };
/** A long query is answered by its rarest terms: the common ones cost most and tell least. */
const longestQuery = 16;
/** How much a term that only resembles a mistyped one counts. */
const resemblance = 0.4;
/** So many more documents without any of the words are imagined: five pages do not tell how rare a word is. */
const imagined = 50;
/** A term nobody ever wrote may be chatter as well as the subject. */
const unknownShare = 0.5;
/** Documents that BM25 hands to the closer look; the best of fifty and the best of all differed in none of three sets. */
const candidates = 50;

/** An inverted index in memory. The order in which documents came makes no difference to any answer. */
export function createTermIndex({ k1, b }: Bm25 = usual) {
  let documents = createTermDocuments();
  /** Per term: pairs of a document's slot and the count. Documents that are gone stay until the next tidying. */
  let postings = createNumberLists();
  /** Per term: in how many of the documents that are there it occurs. */
  let live: number[] = [];
  let sums = new Float64Array(1024);

  /** Adds a document or replaces it. */
  function put(key: string, terms: TermCounts): void {
    remove(key);
    post(documents.add(key, terms));
  }

  function post(slot: number): void {
    for (const each of documents.termsOf(slot)) {
      const id = numberOf(each);
      postings.push(id, pair(slot, countOf(each)));
      live[id] = (live[id] ?? 0) + 1;
    }
  }

  function remove(key: string): void {
    const slot = documents.slotOf(key);
    if (slot === undefined) return;
    for (const each of documents.termsOf(slot)) live[numberOf(each)] = (live[numberOf(each)] ?? 0) - 1;
    documents.drop(slot);
    if (documents.slots() > 1000 && documents.count() < documents.slots() / 2) begin(tidied(documents));
  }

  function begin(from: typeof documents): void {
    documents = from;
    postings = createNumberLists();
    live = [];
    for (let slot = 0; slot < documents.slots(); slot += 1) post(slot);
  }

  /** How rare a term is; always positive. */
  function rarity(term: string): number {
    return rarityOf(documents.vocabulary.find(term) ?? -1);
  }

  function rarityOf(id: number): number {
    const found = live[id] ?? 0;
    return Math.log(1 + (documents.count() + imagined - found + 0.5) / (found + 0.5));
  }

  const isLive = (id: number) => (live[id] ?? 0) > 0;

  /** Known terms that are meant by a query, mistyped ones by those that resemble them; the rarest first. */
  function weigh(query: TermCounts): QueryWeights {
    const { vocabulary } = documents;
    const counts = new Map<number, number>();
    const whole: { count: number; rarity: number }[] = [];
    for (const [term, count] of query) {
      const id = vocabulary.find(term) ?? -1;
      whole.push({ count, rarity: rarityOf(id) * (isLive(id) ? 1 : unknownShare) });
      if (isLive(id)) counts.set(id, (counts.get(id) ?? 0) + count);
      else {
        for (const near of vocabulary.nearest(term, isLive)) {
          counts.set(near, (counts.get(near) ?? 0) + count * resemblance);
        }
      }
    }
    const terms = [...counts]
      .map(([id, count]) => ({ id, count, weight: count * rarityOf(id), term: vocabulary.term(id) }))
      .sort((left, right) => right.weight - left.weight || (left.term < right.term ? -1 : 1));
    return { terms, whole };
  }

  /**
   * The best documents. The score is the share (0–1) of what a document made for this query would get, so that it
   * can be compared between queries: terms nobody ever wrote count against it.
   */
  function search(
    query: TermCounts,
    limit: number,
    accept: (key: string) => boolean = () => true,
  ): readonly Scored[] {
    return byShare(weigh(query), limit, accept);
  }

  /** The best documents by BM25, put into order by a closer look: the cosine with the query counts as well. */
  function rank(query: TermCounts, limit: number): readonly RankedDocument[] {
    const weights = weigh(query);
    return byShare(weights, Math.max(limit, candidates), () => true)
      .map(({ key, score: share }) => {
        const terms = documents.termsOf(documents.slotOf(key) ?? documents.slots());
        return { key, ...fitOf(weights, { share, terms, rarityOf }) };
      })
      .sort((left, right) => right.score - left.score || (left.key < right.key ? -1 : 1))
      .slice(0, limit);
  }

  function byShare(
    { terms, whole }: QueryWeights,
    limit: number,
    accept: (key: string) => boolean,
  ): readonly Scored[] {
    if (documents.count() === 0) return [];
    if (sums.length < documents.slots()) sums = new Float64Array(documents.slots() * 2);
    const average = documents.averageLength();
    const touched: number[] = [];
    for (const { id, weight } of terms.slice(0, longestQuery)) {
      for (const each of postings.read(id)) {
        const slot = numberOf(each);
        if (documents.keyOf(slot) === undefined) continue;
        const count = countOf(each);
        const norm = k1 * (1 - b + (b * documents.lengthOf(slot)) / average);
        const before = sums[slot] ?? 0;
        if (before === 0) touched.push(slot);
        sums[slot] = before + (weight * count * (k1 + 1)) / (count + norm);
      }
    }
    const keyOf = (slot: number) => {
      const key = documents.keyOf(slot);
      return key !== undefined && accept(key) ? key : undefined;
    };
    const best = pickBest(touched, limit, { scores: sums, keyOf });
    for (const slot of touched) sums[slot] = 0;
    const full = fullScore(whole);
    return best.map(({ key, score }) => ({ key, score: Math.min(1, score / full) }));
  }

  function fullScore(whole: QueryWeights['whole']): number {
    const weights = whole.map(({ count, rarity }) => count * rarity).sort((left, right) => right - left);
    return weights.slice(0, longestQuery).reduce((total, weight) => total + weight, 0) * (k1 + 1) || 1;
  }

  /** Cosine of two texts by the rarity of their terms: 0 nothing in common, 1 the same words as often. */
  function likeness(left: TermCounts, right: TermCounts): number {
    let shared = 0;
    for (const [term, count] of left) {
      const other = right.get(term);
      if (other !== undefined) shared += weightOf(term, count) * weightOf(term, other);
    }
    if (shared === 0) return 0;
    return Math.min(1, shared / (norm(left) * norm(right)));
  }

  function weightOf(term: string, count: number): number {
    return (1 + Math.log(count)) * rarity(term);
  }

  function norm(terms: TermCounts): number {
    let sum = 0;
    for (const [term, count] of terms) sum += weightOf(term, count) ** 2;
    return Math.sqrt(sum);
  }

  return {
    put,
    remove,
    search,
    rank,
    likeness,
    rarity,
    /** The documents as bytes; the rest is worked out from them again. */
    save: () => documentsToBytes(tidied(documents)),
    /** Takes the place of what was there. Throws `Invalid` when the bytes are none of `save`'s. */
    load: (bytes: Uint8Array) => begin(documentsFrom(bytes)),
  };
}

export type TermIndex = ReturnType<typeof createTermIndex>;
