import type { DraftFacts, Resolution } from '../../domain/draft.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { askedTerms } from './asked-terms.ts';

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
  const weights = askedTerms(facts);
  const article = bestArticle(facts.passages);
  const isUrgent = facts.triage.severity === 'P1' || facts.triage.severity === 'P2';
  const rank = (passage: ScoredPassage) =>
    passage.score + (isUrgent && givesRelief(passage) ? reliefBonus : 0);
  const passages = facts.passages
    .filter((passage) => passage.article === article)
    .toSorted((left, right) => rank(right) - rank(left) || (left.id < right.id ? -1 : 1));
  const resolution = facts.resolutions.toSorted((left, right) => right.score - left.score)[0];
  const best = passages.slice(0, 2).map(({ title, heading, text }) => `${title}\n${heading}\n${text}`);
  const fromArticle = coverageOf(weights, best.join('\n'));
  const fromResolution =
    resolution === undefined ? 0 : coverageOf(weights, `${resolution.problem}\n${resolution.answer}`);
  return {
    asked: new Set(weights.keys()),
    passages,
    coverage: Math.max(fromArticle, fromResolution),
    score: Math.max(...passages.map((passage) => passage.score), 0, resolution?.score ?? 0),
    ...(resolution === undefined ? {} : { resolution }),
  };
}

/** Working again comes before knowing why. */
const reliefBonus = 0.5;

function givesRelief({ heading, text }: ScoredPassage): boolean {
  return (
    /\b(?:fallback|work ?around|in the meantime|meanwhile|keep (?:selling|working)|instead you can)\b/i.test(
      `${heading} ${text}`,
    ) && /^\s*\d+[.)]/m.test(text)
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

/** Share of the weight of what was asked. */
function coverageOf(asked: ReadonlyMap<string, number>, text: string): number {
  const said = termSet(text);
  let whole = 0;
  let covered = 0;
  for (const [term, weight] of asked) {
    whole += weight;
    if (said.has(term)) covered += weight;
  }
  return whole === 0 ? 0 : covered / whole;
}
