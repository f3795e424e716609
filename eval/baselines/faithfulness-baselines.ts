import { sentencesOf } from '../../src/domain/language/sentences-of.ts';
import { plainTerms } from './search-baselines.ts';

/** A simple way of telling how far an answer keeps to its passages: higher is more faithful. */
export type FaithfulnessBaseline = {
  readonly name: string;
  score(answer: string, passages: readonly string[]): number;
};

/** Shares of an answer's words that its passages have; the last is the mean of the others. */
export const faithfulnessBaselines: readonly FaithfulnessBaseline[] = [
  { name: 'content words in the passages', score: (answer, passages) => mean(answer, passages, ['words']) },
  { name: 'pairs of words in the passages', score: (answer, passages) => mean(answer, passages, ['pairs']) },
  {
    name: 'content words in the best passage',
    score: (answer, passages) => mean(answer, passages, ['best']),
  },
  {
    name: 'mean of the three, by sentence',
    score: (answer, passages) => mean(answer, passages, ['words', 'pairs', 'best']),
  },
];

type Share = 'words' | 'pairs' | 'best';

function mean(answer: string, passages: readonly string[], shares: readonly Share[]): number {
  const known = passages.map(plainTerms);
  const sentences = sentencesOf(answer)
    .map(({ text }) => plainTerms(text))
    .filter(({ length }) => length > 0);
  const values = sentences.flatMap((terms) => shares.map((share) => ways[share](terms, known)));
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Terms = readonly string[];

const ways: Readonly<Record<Share, (terms: Terms, passages: readonly Terms[]) => number>> = {
  words: (terms, passages) => shareIn(terms, passages.flat()),
  pairs: (terms, passages) => (terms.length < 2 ? 0 : shareIn(pairs(terms), passages.flatMap(pairs))),
  best: (terms, passages) => Math.max(0, ...passages.map((passage) => shareIn(terms, passage))),
};

function shareIn(terms: Terms, known: Terms): number {
  const set = new Set(known);
  return terms.filter((term) => set.has(term)).length / terms.length;
}

function pairs(terms: Terms): Terms {
  return terms.slice(1).map((term, at) => `${terms[at]} ${term}`);
}
