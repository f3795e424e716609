import { plainTerms, type SearchedText } from './search-baselines.ts';

/** A simple sign that a text holds an answer: higher is surer. */
export type AnswerableSign = { readonly name: string; score(question: string): number };

/** What a BM25 search says of itself: its best score, also by the length of the question and beside the fifth. */
export function answerableSigns(texts: readonly SearchedText[]): readonly AnswerableSign[] {
  const score = bm25(texts);
  return [
    { name: 'best BM25 score', score: (question) => score(question)[0] ?? 0 },
    {
      name: 'best BM25 score / terms',
      score: (question) => (score(question)[0] ?? 0) / Math.max(1, new Set(plainTerms(question)).size),
    },
    {
      name: 'best BM25 score − fifth',
      score(question) {
        const best = score(question);
        return (best[0] ?? 0) - (best[4] ?? 0);
      },
    },
  ];
}

/** Scores of all texts that share a term with the question, highest first. */
function bm25(texts: readonly SearchedText[]): (question: string) => readonly number[] {
  const [k1, b] = [1.2, 0.75];
  const docs = texts.map(({ text }) => plainTerms(text));
  const average = docs.reduce((sum, { length }) => sum + length, 0) / Math.max(1, docs.length);
  const holders = new Map<string, Map<number, number>>();
  docs.forEach((terms, at) => {
    for (const term of terms) {
      const known = holders.get(term) ?? new Map<number, number>();
      known.set(at, (known.get(at) ?? 0) + 1);
      holders.set(term, known);
    }
  });
  return (question) => {
    const scores = new Map<number, number>();
    for (const term of plainTerms(question)) {
      const found = holders.get(term) ?? new Map<number, number>();
      const idf = Math.log(1 + (docs.length - found.size + 0.5) / (found.size + 0.5));
      for (const [at, count] of found) {
        const norm = k1 * (1 - b + (b * (docs[at]?.length ?? 0)) / average);
        scores.set(at, (scores.get(at) ?? 0) + (idf * count * (k1 + 1)) / (count + norm));
      }
    }
    return [...scores.values()].sort((left, right) => right - left);
  };
}
