import MiniSearch from 'minisearch';
import { stemEnglish } from '../../src/domain/language/stem-english.ts';
import { stopWords } from '../../src/domain/language/stop-words.ts';

/** A text to be found; `title` may be empty. */
export type SearchedText = { readonly id: string; readonly title: string; readonly text: string };
/** The ids of the best texts for a question, best first. */
export type Ranker = (question: string, limit: number) => readonly string[];
/** A simple way of searching that ours is measured against. */
export type SearchBaseline = {
  readonly name: string;
  index(texts: readonly SearchedText[]): Ranker;
};

/** What a developer would reach for first. Each is built as its documentation says, or as its formula is written. */
export const searchBaselines: readonly SearchBaseline[] = [
  { name: 'MiniSearch default', index: miniSearchDefault },
  { name: 'MiniSearch stem+stop, one field', index: miniSearchStemmed },
  { name: 'BM25 Porter2, qtf, title ×2', index: (texts) => ids(bm25(texts)) },
  { name: 'TF-IDF cosine, letters 3–5', index: (texts) => ids(letterCosine(texts)) },
  { name: 'RRF of BM25 and letters', index: fused },
];

type Scorer = (question: string) => readonly (readonly [id: string, score: number])[];

/** Plain English terms: words of letters and digits, stop words out, Porter2. */
export function plainTerms(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.filter((word) => !stopWords.en.has(word)).map(stemEnglish);
}

function miniSearchDefault(texts: readonly SearchedText[]): Ranker {
  const index = new MiniSearch<SearchedText>({ fields: ['title', 'text'] });
  index.addAll(texts);
  return (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => String(id));
}

function miniSearchStemmed(texts: readonly SearchedText[]): Ranker {
  const index = new MiniSearch<{ id: string; all: string }>({
    fields: ['all'],
    processTerm: (term) => plainTerms(term)[0] ?? null,
  });
  index.addAll(texts.map(({ id, title, text }) => ({ id, all: `${title} ${title} ${text}` })));
  return (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => String(id));
}

function bm25(texts: readonly SearchedText[]): Scorer {
  const [k1, b] = [1.2, 0.75];
  const docs = texts.map(({ id, title, text }) => {
    const terms = plainTerms(`${title} ${title} ${text}`);
    return { id, counts: countsOf(terms), length: terms.length };
  });
  const average = docs.reduce((sum, { length }) => sum + length, 0) / docs.length;
  const holders = holdersOf(docs.map(({ counts }) => counts));
  return (question) => {
    const scores = new Map<number, number>();
    for (const [term, asked] of countsOf(plainTerms(question))) {
      const found = holders.get(term) ?? [];
      const idf = Math.log(1 + (docs.length - found.length + 0.5) / (found.length + 0.5));
      for (const at of found) {
        const doc = docs[at];
        const count = doc?.counts.get(term) ?? 0;
        const norm = k1 * (1 - b + (b * (doc?.length ?? 0)) / average);
        scores.set(at, (scores.get(at) ?? 0) + (asked * idf * count * (k1 + 1)) / (count + norm));
      }
    }
    return best(scores, texts);
  };
}

function letterCosine(texts: readonly SearchedText[]): Scorer {
  const counts = texts.map(({ title, text }) => countsOf(letterGroups(`${title} ${text}`)));
  const holders = holdersOf(counts);
  const weigh = (group: string, count: number) =>
    (1 + Math.log(count)) * Math.log((1 + texts.length) / (1 + (holders.get(group)?.length ?? 0)));
  const length = (groups: ReadonlyMap<string, number>) =>
    Math.sqrt([...groups].reduce((sum, [group, count]) => sum + weigh(group, count) ** 2, 0)) || 1;
  const lengths = counts.map(length);
  // Weighed once: every question reads most of the lists.
  const weights = new Map(
    [...holders].map(([group, found]) => [
      group,
      Float64Array.from(found, (at) => weigh(group, counts[at]?.get(group) ?? 1) / (lengths[at] ?? 1)),
    ]),
  );
  return (question) => {
    const sums = new Float64Array(texts.length);
    for (const [group, asked] of countsOf(letterGroups(question))) {
      const weight = weigh(group, asked);
      const theirs = weights.get(group);
      (holders.get(group) ?? []).forEach((at, place) => {
        sums[at] = (sums[at] ?? 0) + weight * (theirs?.[place] ?? 0);
      });
    }
    return best(new Map([...sums].flatMap((sum, at) => (sum > 0 ? [[at, sum] as const] : []))), texts);
  };
}

/** Reciprocal ranks with the usual constant of 60. */
function fused(texts: readonly SearchedText[]): Ranker {
  const scorers = [bm25(texts), letterCosine(texts)];
  return (question, limit) => {
    const sums = new Map<string, number>();
    for (const scorer of scorers) {
      scorer(question)
        .slice(0, 100)
        .forEach(([id], at) => {
          sums.set(id, (sums.get(id) ?? 0) + 1 / (61 + at));
        });
    }
    return [...sums]
      .sort((left, right) => right[1] - left[1])
      .slice(0, limit)
      .map(([id]) => id);
  };
}

function ids(scorer: Scorer): Ranker {
  return (question, limit) =>
    scorer(question)
      .slice(0, limit)
      .map(([id]) => id);
}

/** Groups of three to five letters inside words, with the words' edges. */
function letterGroups(text: string): readonly string[] {
  const groups: string[] = [];
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) {
    const marked = ` ${word.slice(0, 64)} `;
    for (let size = 3; size <= 5; size += 1) {
      for (let at = 0; at + size <= marked.length; at += 1) groups.push(marked.slice(at, at + size));
    }
  }
  return groups;
}

function countsOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function holdersOf(docs: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  docs.forEach((counts, at) => {
    for (const term of counts.keys()) {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, [at]);
      else known.push(at);
    }
  });
  return holders;
}

function best(scores: ReadonlyMap<number, number>, texts: readonly SearchedText[]) {
  return [...scores]
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .map(([at, score]) => [texts[at]?.id ?? '', score] as const);
}
