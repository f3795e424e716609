import type { DraftFacts, Resolution } from '../../domain/draft.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { askedTerms, namedCodes } from './asked-terms.ts';
import { codesAmong } from './choose-sentences.ts';

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
  /** How many times as near as the next article; 1 when another is as near, or when it is an earlier answer. */
  readonly lead: number;
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

/** Below it a source shares words with the question, not its subject. Set on the practice desk's tickets. */
const weakScore = 0.07;
/** An article so far ahead of all others is the one that was meant, though it says little of what was asked. */
export const farAhead = 1.6;
const weakCoverage = { ahead: 0.3, among: 0.55, foreign: 0.4 };
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
  const { passages, lead } = nearestArticle(facts, weights);
  const article = fitOfArticle(passages, { weights, question, lead });
  const earlier = fitOfResolution(facts.resolutions, weights);
  const best =
    earlier !== undefined &&
    (article === undefined || (earlier.score >= nearlyTheSame && earlier.score > 1.2 * article.score))
      ? earlier
      : article;
  return { asked: new Set(weights.keys()), weights, best, passages };
}

type Asked = {
  readonly weights: ReadonlyMap<string, number>;
  readonly question: string;
  readonly lead: number;
};

function fitOfArticle(
  passages: readonly ScoredPassage[],
  { weights, question, lead }: Asked,
): ArticleSupport | undefined {
  const near = passages.slice(0, 3);
  const text = near.map((passage) => `${passage.title}\n${passage.heading}\n${passage.text}`).join('\n');
  const score = Math.max(0, ...passages.map((passage) => passage.score));
  const coverage = coverageOf(weights, text);
  const codes = namedCodes(question);
  const whole = termSet(
    passages.map((passage) => `${passage.title}\n${passage.heading}\n${passage.text}`).join('\n'),
  );
  const namesCode = codes.some((code) => whole.has(code));
  const isOnSubject = namesCode || titleIsAsked(passages[0]?.title ?? '', weights);
  const isAhead = lead >= farAhead;
  // Words that two languages share say little: the code must match, or nothing else come near.
  const isForeign = detectLanguage(question) !== detectLanguage(text);
  const enough = weakCoverage[isForeign ? 'foreign' : isAhead ? 'ahead' : 'among'];
  if (score < weakScore) return undefined;
  if (!namesCode && !isAhead && missesNames(weights, whole)) return undefined;
  if (!namesCode && !(isOnSubject && !isForeign) && coverage < enough) return undefined;
  if (isForeign && !namesCode && !isAhead) return undefined;
  return { source: 'article', passages, score, coverage, isOnSubject, namesCode, lead };
}

function fitOfResolution(
  resolutions: readonly Resolution[],
  weights: Asked['weights'],
): ResolutionSupport | undefined {
  const resolution = resolutions.toSorted((left, right) => right.score - left.score)[0];
  if (resolution === undefined || resolution.score < alikeTicket) return undefined;
  const coverage = coverageOf(weights, `${resolution.problem}\n${resolution.answer}`);
  const { score } = resolution;
  return { source: 'resolution', resolution, score, coverage, isOnSubject: false, namesCode: false, lead: 1 };
}

/** What was asked has names, and the page says too few of them: “Pay now” is not “Apple Pay”. */
export function missesNames(weights: ReadonlyMap<string, number>, said: ReadonlySet<string>): boolean {
  const names = [...weights].filter(([, weight]) => weight > 1).map(([term]) => term);
  return names.filter((name) => said.has(name)).length < 0.6 * names.length;
}

/** Most of a title of two words or more was said by the requester. */
function titleIsAsked(title: string, weights: Asked['weights']): boolean {
  const share = shareOf(title, weights);
  return share >= 0.6 && share * termSet(title).size >= 2;
}

/**
 * Passages of the article that fits best, and how far it is ahead. In an emergency a way to go on working comes before
 * the cause, when the page has one that is not much further away.
 */
function nearestArticle(
  facts: DraftFacts,
  weights: Asked['weights'],
): { readonly passages: readonly ScoredPassage[]; readonly lead: number } {
  const [best, second] = rankArticles(facts.passages, weights);
  const passages = facts.passages.filter(({ article }) => article === best?.article);
  const top = Math.max(0, ...passages.map(({ score }) => score));
  const { severity } = facts.triage;
  const near = severity === 'P1' ? 0 : severity === 'P2' ? 0.5 * top : Number.POSITIVE_INFINITY;
  const nearness = new Map(passages.map((passage) => [passage, nearnessOf(passage, passages, weights)]));
  const rank = (passage: ScoredPassage) =>
    (top === 0 ? 0 : passage.score / top) +
    0.5 * (nearness.get(passage) ?? 0) +
    (/^\s*\d+[.)]\s/m.test(passage.text) ? howToBonus : 0) +
    headingBonus * (passage.heading === passage.title ? 0 : shareOf(passage.heading, weights)) +
    (wayOut.test(passage.heading) ? wayOutBonus : 0) +
    (passage.score >= near && givesRelief(passage) ? reliefBonus : 0);
  return {
    passages: passages.toSorted((left, right) => rank(right) - rank(left) || (left.id < right.id ? -1 : 1)),
    lead: best === undefined || second === undefined ? 1 : best.top / Math.max(second.top, 0.01),
  };
}

const reliefBonus = 3;
/** What to do is worth more than what is the matter. */
const howToBonus = 0.1;
const headingBonus = 0.3;
const wayOutBonus = 0.5;
const wayOut =
  /\b(?:work ?around|what helps|what to do|how to (?:fix|repair|solve)|lösung|abhilfe|solution|solución)\b/i;

function givesRelief({ heading, text }: ScoredPassage): boolean {
  const offersAWay =
    /\b(?:fallback|work ?around|in the meantime|meanwhile|keep (?:selling|working)|instead you can)\b/i;
  return offersAWay.test(`${heading} ${text}`) && /^\s*\d+[.)]/m.test(text);
}

/** 0–1: how much of a few words was asked. */
function shareOf(words: string, weights: Asked['weights']): number {
  const terms = [...termSet(words)];
  return terms.length === 0 ? 0 : terms.filter((term) => weights.has(term)).length / terms.length;
}

/** 0–1: what this part of an article says of what was asked; words that all its parts say tell them apart least. */
function nearnessOf(
  { heading, text }: ScoredPassage,
  parts: readonly ScoredPassage[],
  weights: Asked['weights'],
): number {
  const said = termSet(`${heading}\n${text}`);
  const others = parts.map((part) => termSet(`${part.heading}\n${part.text}`));
  let whole = 0;
  let own = 0;
  for (const [term, weight] of weights) {
    const saying = others.filter((terms) => terms.has(term)).length;
    if (saying === 0) continue;
    const telling = weight * Math.log(1 + parts.length / saying);
    whole += telling;
    if (said.has(term)) own += telling;
  }
  return whole === 0 ? 0 : own / whole;
}

type Ranked = { readonly article: string; readonly top: number; readonly sum: number };

/** The best passage decides most; others of the same article confirm it, and so does a heading with the code. */
function rankArticles(passages: readonly ScoredPassage[], weights: Asked['weights']): readonly Ranked[] {
  const codes = codesAmong(new Set(weights.keys())).filter((code) => /\p{L}/u.test(code));
  const articles = new Map<string, Ranked>();
  const sorted = passages.toSorted(
    (left, right) => right.score - left.score || (left.id < right.id ? -1 : 1),
  );
  for (const { article, heading, score } of sorted) {
    const known = articles.get(article);
    const headed = codes.length === 0 ? new Set<string>() : termSet(heading);
    const bonus = codes.some((code) => headed.has(code)) ? 0.5 * score : 0;
    articles.set(article, {
      article,
      top: known?.top ?? score,
      sum: (known === undefined ? score : known.sum + 0.15 * score) + bonus,
    });
  }
  return [...articles.values()].sort((left, right) => right.sum - left.sum);
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
