import type { DraftFacts, Resolution } from '../../domain/draft.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { errorCodesIn } from '../../domain/language/error-codes.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { askedTerms } from './asked-terms.ts';

export type ScoredPassage = DraftFacts['passages'][number];

/** How well a source fits what was asked. */
type Fit = {
  /** 0–1, the search's. */
  readonly score: number;
  /** 0–1: share of what was asked that the source speaks about. */
  readonly coverage: number;
  /** It names the error code of the ticket, or its title says what was asked. */
  readonly isOnSubject: boolean;
  readonly namesCode: boolean;
};

export type ArticleSupport = Fit & {
  readonly source: 'article';
  readonly passages: readonly ScoredPassage[];
};
export type ResolutionSupport = Fit & { readonly source: 'resolution'; readonly resolution: Resolution };

/** What may be quoted in answer, if anything, and what came nearest. */
export type Support = {
  /** Terms of the requester's words. */
  readonly asked: ReadonlySet<string>;
  /** The same with how much each says about the subject. */
  readonly weights: ReadonlyMap<string, number>;
  readonly best: ArticleSupport | ResolutionSupport | undefined;
  /** All passages of the nearest article, best first, whether it is good enough or not. */
  readonly passages: readonly ScoredPassage[];
};

/** Below these a source shares words with the question, not its subject. Set on the practice desk's tickets. */
const weakScore = 0.18;
const weakCoverage = 0.38;
/** The same for a source that is on the subject for certain. */
const weakScoreOnSubject = 0.07;
/** An earlier answer was written for one person: it serves again only when the ticket is much the same. */
export const alikeTicket = 0.38;
const nearlyTheSame = 0.43;

/** Chooses one article or one earlier answer. One page that fits reads better than pieces of three. */
export function findSupport(facts: DraftFacts): Support {
  const weights = askedTerms(facts);
  const question = facts.conversation
    .filter(({ from }) => from === 'requester')
    .map(({ text }) => text)
    .join('\n');
  const passages = nearestArticle(facts);
  const article = fitOfArticle(passages, { weights, question });
  const earlier = fitOfResolution(facts.resolutions, weights);
  const best =
    earlier !== undefined &&
    (article === undefined || (earlier.score >= nearlyTheSame && earlier.score > 1.2 * article.score))
      ? earlier
      : article;
  return { asked: new Set(weights.keys()), weights, best, passages };
}

type Asked = { readonly weights: ReadonlyMap<string, number>; readonly question: string };

function fitOfArticle(
  passages: readonly ScoredPassage[],
  { weights, question }: Asked,
): ArticleSupport | undefined {
  const near = passages.slice(0, 3);
  const text = near.map((passage) => `${passage.title}\n${passage.heading}\n${passage.text}`).join('\n');
  const score = Math.max(0, ...passages.map((passage) => passage.score));
  const coverage = coverageOf(weights, text);
  const codes = errorCodesIn(question);
  const whole = termSet(passages.map((passage) => `${passage.title}\n${passage.text}`).join('\n'));
  const namesCode = codes.some((code) => whole.has(code));
  const isOnSubject = namesCode || titleIsAsked(passages[0]?.title ?? '', weights);
  // Words that two languages share say little: the code must match too.
  const isForeign = detectLanguage(question) !== detectLanguage(text);
  if (score < (isOnSubject ? weakScoreOnSubject : weakScore)) return undefined;
  if (!namesCode && missesNames(weights, whole)) return undefined;
  if (isForeign ? !namesCode : !isOnSubject && coverage < weakCoverage) return undefined;
  return { source: 'article', passages, score, coverage, isOnSubject, namesCode };
}

function fitOfResolution(
  resolutions: readonly Resolution[],
  weights: Asked['weights'],
): ResolutionSupport | undefined {
  const resolution = resolutions.toSorted((left, right) => right.score - left.score)[0];
  if (resolution === undefined || resolution.score < alikeTicket) return undefined;
  const coverage = coverageOf(weights, `${resolution.problem}\n${resolution.answer}`);
  const { score } = resolution;
  return { source: 'resolution', resolution, score, coverage, isOnSubject: false, namesCode: false };
}

/** What was asked has names, and the page says too few of them: “Pay now” is not “Apple Pay”. */
export function missesNames(weights: ReadonlyMap<string, number>, said: ReadonlySet<string>): boolean {
  const names = [...weights].filter(([, weight]) => weight > 1).map(([term]) => term);
  return names.filter((name) => said.has(name)).length < 0.6 * names.length;
}

/** Most of a title of two words or more was said by the requester. */
function titleIsAsked(title: string, weights: Asked['weights']): boolean {
  const terms = [...termSet(title)];
  const said = terms.filter((term) => weights.has(term)).length;
  return said >= 2 && said / terms.length >= 0.6;
}

/** Passages of the article that fits best. In an emergency a way to go on working comes before the cause. */
function nearestArticle(facts: DraftFacts): readonly ScoredPassage[] {
  const isUrgent = facts.triage.severity === 'P1' || facts.triage.severity === 'P2';
  const rank = (passage: ScoredPassage) =>
    passage.score + (isUrgent && givesRelief(passage) ? reliefBonus : 0);
  const article = bestArticle(facts.passages);
  return facts.passages
    .filter((passage) => passage.article === article)
    .toSorted((left, right) => rank(right) - rank(left) || (left.id < right.id ? -1 : 1));
}

const reliefBonus = 0.5;

function givesRelief({ heading, text }: ScoredPassage): boolean {
  const offersAWay =
    /\b(?:fallback|work ?around|in the meantime|meanwhile|keep (?:selling|working)|instead you can)\b/i;
  return offersAWay.test(`${heading} ${text}`) && /^\s*\d+[.)]/m.test(text);
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
