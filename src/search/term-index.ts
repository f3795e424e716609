import { createVocabulary } from './vocabulary.ts';

/** How often each term occurs in a document or a query. */
export type TermCounts = ReadonlyMap<string, number>;
export type Scored = { readonly key: string; readonly score: number };

/** BM25 with the usual constants; a later bench may tune them. */
const k1 = 1.2;
const b = 0.75;
/** A long query is answered by its rarest terms: the common ones cost most and tell least. */
const longestQuery = 16;
/** How much a term that only resembles a mistyped one counts. */
const resemblance = 0.4;

/** So many more documents without any of the words are imagined: five pages do not tell how rare a word is. */
const imagined = 50;
/** A term nobody ever wrote may be chatter as well as the subject. */
const unknownShare = 0.5;

/** `terms` are pairs of a term's number and its count. */
type Doc = { readonly key: string; readonly terms: readonly number[]; readonly length: number };
/** `docs` are pairs of a document's slot and the count; documents that are gone stay until the next tidying. */
type Posting = { readonly docs: number[]; live: number };

/** Two small numbers in one: half the memory of two lists. A count above 255 tells nothing more. */
const pair = (number: number, count: number) => number * 256 + Math.min(count, 255);
const numberOf = (pairOf: number) => Math.floor(pairOf / 256);
const countOf = (pairOf: number) => pairOf % 256;

/** An inverted index in memory. The order in which documents came makes no difference to any answer. */
export function createTermIndex() {
  let vocabulary = createVocabulary();
  let docs: (Doc | undefined)[] = [];
  let postings: Posting[] = [];
  let sums = new Float64Array(1024);
  let totalLength = 0;
  const slots = new Map<string, number>();

  /** Adds a document or replaces it. */
  function put(key: string, terms: TermCounts): void {
    remove(key);
    const own: number[] = [];
    let length = 0;
    const slot = docs.length;
    for (const [term, count] of terms) {
      const id = vocabulary.add(term);
      postings[id] ??= { docs: [], live: 0 };
      const posting = postings[id];
      posting.docs.push(pair(slot, count));
      posting.live += 1;
      own.push(pair(id, count));
      length += count;
    }
    docs.push({ key, terms: own, length });
    slots.set(key, slot);
    totalLength += length;
  }

  function remove(key: string): void {
    const slot = slots.get(key);
    const doc = slot === undefined ? undefined : docs[slot];
    if (slot === undefined || doc === undefined) return;
    for (const each of doc.terms) {
      const posting = postings[numberOf(each)];
      if (posting !== undefined) posting.live -= 1;
    }
    docs[slot] = undefined;
    slots.delete(key);
    totalLength -= doc.length;
    if (docs.length > 1000 && slots.size < docs.length / 2) compact();
  }

  function compact(): void {
    const kept = docs.filter((doc) => doc !== undefined);
    const old = vocabulary;
    vocabulary = createVocabulary();
    docs = [];
    postings = [];
    totalLength = 0;
    slots.clear();
    for (const doc of kept) {
      put(doc.key, new Map(doc.terms.map((each) => [old.term(numberOf(each)), countOf(each)])));
    }
  }

  /** How rare a term is; always positive. */
  function rarity(term: string): number {
    const id = vocabulary.find(term);
    const live = id === undefined ? 0 : (postings[id]?.live ?? 0);
    return Math.log(1 + (slots.size + imagined - live + 0.5) / (live + 0.5));
  }

  function isKnown(term: string): boolean {
    const id = vocabulary.find(term);
    return id !== undefined && (postings[id]?.live ?? 0) > 0;
  }

  /** Terms of the query that are known here, or the nearest known ones, with their weight; rarest first. */
  function known(query: TermCounts): readonly { id: number; weight: number }[] {
    const chosen = new Map<number, number>();
    for (const [term, count] of query) {
      const id = vocabulary.find(term);
      if (id !== undefined && isKnown(term)) chosen.set(id, (chosen.get(id) ?? 0) + count);
      else {
        for (const near of vocabulary.nearest(term, (each) => (postings[each]?.live ?? 0) > 0)) {
          chosen.set(near, (chosen.get(near) ?? 0) + count * resemblance);
        }
      }
    }
    return [...chosen]
      .map(([id, weight]) => ({
        id,
        weight: weight * rarity(vocabulary.term(id)),
        term: vocabulary.term(id),
      }))
      .sort((left, right) => right.weight - left.weight || (left.term < right.term ? -1 : 1))
      .slice(0, longestQuery);
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
    if (slots.size === 0) return [];
    if (sums.length < docs.length) sums = new Float64Array(docs.length * 2);
    const average = totalLength / slots.size || 1;
    const touched: number[] = [];
    for (const { id, weight } of known(query)) {
      const posting = postings[id];
      if (posting === undefined) continue;
      for (const each of posting.docs) {
        const slot = numberOf(each);
        const doc = docs[slot];
        if (doc === undefined) continue;
        const count = countOf(each);
        const gain = (weight * count * (k1 + 1)) / (count + k1 * (1 - b + (b * doc.length) / average));
        const before = sums[slot] ?? 0;
        if (before === 0) touched.push(slot);
        sums[slot] = before + gain;
      }
    }
    const best = pick(touched, limit, accept);
    const whole = fullScore(query);
    for (const slot of touched) sums[slot] = 0;
    return best.map(({ key, score }) => ({ key, score: Math.min(1, score / whole) }));
  }

  function pick(
    touched: readonly number[],
    limit: number,
    accept: (key: string) => boolean,
  ): readonly Scored[] {
    const best: Scored[] = [];
    for (const slot of touched) {
      const score = sums[slot] ?? 0;
      const last = best[best.length - 1];
      if (best.length >= limit && last !== undefined && score < last.score) continue;
      const doc = docs[slot];
      if (doc === undefined || !accept(doc.key)) continue;
      insert(best, { key: doc.key, score });
      if (best.length > limit) best.pop();
    }
    return best;
  }

  function fullScore(query: TermCounts): number {
    const weights = [...query]
      .map(([term, count]) => count * rarity(term) * (isKnown(term) ? 1 : unknownShare))
      .sort((left, right) => right - left);
    const sum = weights.slice(0, longestQuery).reduce((total, weight) => total + weight, 0);
    return sum * (k1 + 1) || 1;
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

  return { put, remove, search, likeness, rarity };
}

export type TermIndex = ReturnType<typeof createTermIndex>;

/** Best first; equal scores by key, so that the same data always gives the same order. */
function insert(best: Scored[], one: Scored): void {
  let at = best.length;
  while (at > 0) {
    const before = best[at - 1];
    if (before === undefined || before.score > one.score) break;
    if (before.score === one.score && before.key < one.key) break;
    at -= 1;
  }
  best.splice(at, 0, one);
}
