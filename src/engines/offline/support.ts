import type { DraftFacts, Resolution } from '../../domain/draft.ts';
import { sentencesOf } from '../../domain/language/sentences-of.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { isAddressedToMachine } from './evidence.ts';

type ScoredPassage = DraftFacts['passages'][number];

/** The sources that speak about what was asked, and how well they cover it. */
export type Support = {
  /** Terms of the requester's words. */
  readonly asked: ReadonlySet<string>;
  /** The passages of the one article that fits best, best first. */
  readonly passages: readonly ScoredPassage[];
  readonly resolution?: Resolution;
  /** 0–1: share of what was asked that the best sources speak about. */
  readonly coverage: number;
  /** 0–1: score of the best source. */
  readonly score: number;
};

/** Chooses one article and at most one earlier answer. One page that fits reads better than pieces of three. */
export function findSupport(facts: DraftFacts): Support {
  const asked = askedTerms(facts);
  const article = bestArticle(facts.passages);
  const passages = facts.passages
    .filter((passage) => passage.article === article)
    .toSorted((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  const resolution = facts.resolutions.toSorted((left, right) => right.score - left.score)[0];
  const best = passages.slice(0, 2).map(({ title, heading, text }) => `${title}\n${heading}\n${text}`);
  const fromArticle = coverageOf(asked, best.join('\n'));
  const fromResolution =
    resolution === undefined ? 0 : coverageOf(asked, `${resolution.problem}\n${resolution.answer}`);
  return {
    asked,
    passages,
    coverage: Math.max(fromArticle, fromResolution),
    score: Math.max(passages[0]?.score ?? 0, resolution?.score ?? 0),
    ...(resolution === undefined ? {} : { resolution }),
  };
}

function askedTerms(facts: DraftFacts): ReadonlySet<string> {
  const words = facts.conversation
    .filter(({ from }) => from === 'requester')
    .flatMap(({ text }) => sentencesOf(text));
  return termSet(
    words
      .map(({ text }) => text)
      .filter((text) => !isAddressedToMachine(text))
      .join('\n'),
  );
}

/** The best passage decides most; others of the same article confirm it. */
function bestArticle(passages: readonly ScoredPassage[]): string | undefined {
  const sums = new Map<string, number>();
  const sorted = passages.toSorted(
    (left, right) => right.score - left.score || (left.id < right.id ? -1 : 1),
  );
  for (const { article, score } of sorted) {
    const known = sums.get(article);
    sums.set(article, known === undefined ? score : known + 0.15 * score);
  }
  return [...sums].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function coverageOf(asked: ReadonlySet<string>, text: string): number {
  if (asked.size === 0) return 0;
  const said = termSet(text);
  return [...asked].filter((term) => said.has(term)).length / asked.size;
}
