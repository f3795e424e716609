import type { DraftFacts, Resolution } from '../../domain/draft.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { isPolicyPassage } from '../../domain/process-pages.ts';
import { namedCodes } from './asked-terms.ts';
import { readEvidence } from './evidence.ts';
import { readImpact } from './impact.ts';
import { likelyUseful } from './likely-useful.ts';
import { bodyTerms, nearestArticle, type ScoredPassage, shareOf } from './nearest-article.ts';
import type { Question } from './question.ts';

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
  /** 0–1: how likely a draft that rests on it is of use. */
  readonly likely: number;
};

export type ArticleSupport = Fit & {
  readonly source: 'article';
  readonly passages: readonly ScoredPassage[];
};
export type ResolutionSupport = Fit & { readonly source: 'resolution'; readonly resolution: Resolution };

/** What may be quoted in answer, if anything, and what came nearest. */
export type Support = {
  readonly best: ArticleSupport | ResolutionSupport | undefined;
  /** All passages of the nearest article, best first, whether it is good enough or not. */
  readonly passages: readonly ScoredPassage[];
};

/** Below it a source shares words with the question, not its subject. Set on the practice desk's tickets. */
const weakScore = 0.07;
/** An article so far ahead of all others is the one that was meant, though it says little of what was asked. */
export const farAhead = 1.6;
/** Less likely of use than this, a page is about something near to what was asked. */
const leastLikely = 0.45;
/** So little hope that the pages hold an answer is believed, unless the title says what was asked. */
const hardlyAnswerable = 0.3;
/** An earlier answer was written for one person: it serves again only when the ticket is much the same. */
export const alikeTicket = 0.38;
const nearlyTheSame = 0.43;
const theSameTicket = 0.6;
/** Of several that are as near, none was the same. */
const ticketAhead = 1.4;

/** Chooses one article or one earlier answer. One page that fits reads better than pieces of three. */
export function findSupport(facts: DraftFacts, question: Question): Support {
  const { passages, lead } = nearestArticle({ ...facts, passages: besidePolicy(facts.passages) }, question);
  const article = fitOfArticle(passages, {
    question,
    lead,
    found: facts.passages,
    answerable: facts.answerable,
  });
  const earlier = fitOfResolution(facts.resolutions, question);
  const best =
    earlier !== undefined &&
    (article === undefined || (earlier.score >= nearlyTheSame && earlier.score > 1.2 * article.score))
      ? earlier
      : article;
  return { best, passages };
}

/** How money is decided answers nobody who asks for none, though the words are near: “cancel my subscription”. */
function besidePolicy(passages: readonly ScoredPassage[]): readonly ScoredPassage[] {
  return passages.map((passage) =>
    isPolicyPassage(passage) ? { ...passage, score: policyWorth * passage.score } : passage,
  );
}

const policyWorth = 0.6;

type Found = {
  readonly question: Question;
  readonly lead: number;
  /** Passages of all articles. */
  readonly found: readonly ScoredPassage[];
  readonly answerable: number | undefined;
};

function fitOfArticle(
  passages: readonly ScoredPassage[],
  { question, lead, found, answerable }: Found,
): ArticleSupport | undefined {
  const title = passages[0]?.title ?? '';
  const wordsIn = (parts: readonly ScoredPassage[]) =>
    new Set([...question.terms(title), ...parts.flatMap((part) => [...bodyTerms(part, question)])]);
  const near = passages.slice(0, 3);
  const score = Math.max(0, ...passages.map((passage) => passage.score));
  const coverage = coverageOf(question.weights, wordsIn(near));
  const whole = wordsIn(passages);
  const namesCode = namedCodes(question.text).some((code) => whole.has(code));
  const isOnSubject = namesCode || titleIsAsked(title, question);
  // Words that two languages share say little: the code must match, or nothing else come near.
  const isForeign = detectLanguage(question.text) !== detectLanguage(near.map(({ text }) => text).join('\n'));
  if (score < weakScore) return undefined;
  if (!namesCode && (missesNames(question.weights, whole) || (isForeign && lead < farAhead)))
    return undefined;
  const likely = likelyUseful({
    answerable,
    standing: standingOf(found, coverage),
    rareCoverage: rareCoverageOf(found, whole, question),
    lead,
    isOnSubject,
    namesCode,
    asked: question.asked.size,
  });
  if (likely < leastLikely || (!isOnSubject && (answerable ?? 1) < hardlyAnswerable)) return undefined;
  return { source: 'article', passages, score, coverage, isOnSubject, namesCode, lead, likely };
}

/** Share of what was asked that a page says, each term by how few of the passages found have it. */
function rareCoverageOf(
  found: readonly ScoredPassage[],
  said: ReadonlySet<string>,
  question: Question,
): number {
  const passages = found.map(
    (passage) => new Set([...question.terms(passage.title), ...bodyTerms(passage, question)]),
  );
  const rarity = (term: string) =>
    Math.log(1 + passages.length / (0.5 + passages.filter((terms) => terms.has(term)).length));
  return coverageOf(new Map([...question.asked].map((term) => [term, rarity(term)])), said);
}

function fitOfResolution(
  resolutions: readonly Resolution[],
  { weights, terms, text }: Question,
): ResolutionSupport | undefined {
  const [resolution, second] = resolutions.toSorted((left, right) => right.score - left.score);
  if (resolution === undefined || resolution.score < alikeTicket) return undefined;
  const isAhead = resolution.score >= ticketAhead * (second?.score ?? 0);
  if (resolution.score < theSameTicket && !isAhead) return undefined;
  // How to set something up is not how to repair it, though the words are the same.
  if (isTrouble(resolution.problem) !== isTrouble(text)) return undefined;
  const coverage = coverageOf(weights, new Set([...terms(resolution.problem), ...terms(resolution.answer)]));
  const { score } = resolution;
  return {
    source: 'resolution',
    resolution,
    score,
    coverage,
    isOnSubject: false,
    namesCode: false,
    lead: 1,
    likely: earlierLikely(score),
  };
}

/** An earlier answer that people sent; how far it serves again lies in how alike the tickets are. */
function earlierLikely(score: number): number {
  return Math.min(0.9, 0.5 + 0.45 * score);
}

function isTrouble(text: string): boolean {
  return readImpact(readEvidence([text])).kind !== 'question';
}

/** What was asked has names, and the page says too few of them: “Pay now” is not “Apple Pay”. */
export function missesNames(weights: ReadonlyMap<string, number>, said: ReadonlySet<string>): boolean {
  const names = [...weights].filter(([, weight]) => weight > 1).map(([term]) => term);
  return names.filter((name) => said.has(name)).length < 0.6 * names.length;
}

/** Most of a title of two words or more was said by the requester. */
function titleIsAsked(title: string, question: Question): boolean {
  const share = shareOf(title, question);
  return share >= 0.6 && share * question.terms(title).size >= 2;
}

/** The best passage's likeness, and how far the fifth is behind it, tell more than what share of the words it has. */
function standingOf(found: readonly ScoredPassage[], coverage: number): number {
  const scores = found.map(({ score }) => score).sort((left, right) => right - left);
  const [best = 0, , , , fifth = best] = scores;
  return 4 * best + 5 * (best - fifth) + coverage;
}

/** Share of the weight of what was asked. */
function coverageOf(asked: ReadonlyMap<string, number>, said: ReadonlySet<string>): number {
  let whole = 0;
  let covered = 0;
  for (const [term, weight] of asked) {
    whole += weight;
    if (said.has(term)) covered += weight;
  }
  return whole === 0 ? 0 : covered / whole;
}
