import type { Passage } from '../domain/article.ts';
import { sentencesOf } from '../domain/language/sentences-of.ts';
import { termSet, termsOf } from '../domain/language/terms-of.ts';

/** A question with what was said before it, and the passages search found for both, best first. */
export type Asked = {
  readonly question: string;
  readonly before: readonly { readonly from: 'requester' | 'desk'; readonly text: string }[];
  readonly hits: readonly AskedHit[];
};
export type AskedHit = Pick<Passage, 'text'> & {
  /** 0–1, the search's. */
  readonly score: number;
  /** 0–1: share of the question the passage speaks about, by the rarity of its words. */
  readonly coverage?: number;
};

/** What tells whether the knowledge base holds an answer, in the order of `answerableFeatures`. */
export const answerableNames = [
  'how well the best passage fits',
  'how far it is ahead of the fifth',
  'the same as a share',
  'how much of the question it speaks about',
  'how much of the question stands in one place',
  'how much of the conversation it speaks about',
  'whether it is what the desk spoke of last',
  'speaks of “the” or “this” something',
  'speaks of “this” something before anything was said',
  'leaves the subject of the conversation',
  'leaves it for something it does not name',
  'is a whole question, not a few words',
  'how long the question is',
] as const;

/** Numbers about a question, most of them 0–1, one for each of `answerableNames`. */
export function answerableFeatures({ question, before, hits }: Asked): readonly number[] {
  const asked = [...termSet(question)];
  const said = termSet(before.map(({ text }) => text).join('\n'));
  const best = hits[0];
  const bestTerms = termSet(best?.text ?? '');
  const fifth = hits[4]?.score ?? 0;
  const ahead = best === undefined ? 0 : best.score - fifth;
  const fit = said.size === 0 ? unknownFit : shareIn(bestTerms, [...said]);
  const answered = before.findLast(({ from }) => from === 'desk')?.text;
  const known = asked.filter((term) => said.has(term)).length / Math.max(1, asked.length);
  const leaves = before.length === 0 ? 0 : (1 - known) * Math.max(0, 1 - 2 * fit);
  const pointers = pointedAt(question);
  const isNew = pointers.some((terms) => !terms.some((term) => said.has(term)));
  return [
    best?.score ?? 0,
    ahead,
    best === undefined || best.score === 0 ? 0 : ahead / best.score,
    best?.coverage ?? shareIn(bestTerms, asked),
    inOnePlace(hits.slice(0, 5), asked),
    fit,
    answered === undefined ? 0.5 : shareIn(bestTerms, [...termSet(answered)]),
    pointing.test(question) ? 1 : 0,
    before.length === 0 && /\b(this|these|those)\s+\w+/i.test(question) ? 1 : 0,
    leaves,
    isNew ? leaves : 0,
    question.includes('?') ? 1 : 0,
    Math.log1p(asked.length),
  ];
}

/** How much a passage fits a conversation that has not begun: neither well nor badly. */
const unknownFit = 0.3;

/** Share of terms that a set has; longer words say more. */
function shareIn(set: ReadonlySet<string>, terms: readonly string[]): number {
  let whole = 0;
  let found = 0;
  for (const term of terms) {
    const weight = Math.min(term.length, 8);
    whole += weight;
    if (set.has(term)) found += weight;
  }
  return whole === 0 ? 1 : found / whole;
}

/** The most of the question that three neighbouring sentences of one passage speak about. */
function inOnePlace(hits: readonly AskedHit[], asked: readonly string[]): number {
  const shares = hits.flatMap(({ text }) => {
    const sentences = sentencesOf(text).map((sentence) => termsOf(sentence.text).map(({ term }) => term));
    return sentences.map((_, at) => shareIn(new Set(sentences.slice(at, at + 3).flat()), asked));
  });
  return Math.max(0, ...shares);
}

const pointing = /\b(?:this|that|these|those|the)\s+(?:\w+\s+){0,2}\w+/i;

/** Terms of each thing that is spoken of as known: “the red button”. */
function pointedAt(question: string): readonly (readonly string[])[] {
  return [...question.matchAll(/\b(?:this|these|that|those|the)\s+((?:[\p{L}'-]+\s*){1,3})/giu)]
    .map((match) => [...termSet(match[1] ?? '')])
    .filter((terms) => terms.length > 0);
}
