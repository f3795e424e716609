import type { DraftFacts } from '../../domain/draft.ts';
import { termSet } from '../../domain/language/terms-of.ts';
import { codesAmong } from './choose-sentences.ts';

export type ScoredPassage = DraftFacts['passages'][number];

/**
 * Passages of the article that fits best, and how far it is ahead. In an emergency a way to go on working comes before
 * the cause, when the page has one that is not much further away.
 */
export function nearestArticle(
  facts: DraftFacts,
  weights: ReadonlyMap<string, number>,
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
export function shareOf(words: string, weights: ReadonlyMap<string, number>): number {
  const terms = [...termSet(words)];
  return terms.length === 0 ? 0 : terms.filter((term) => weights.has(term)).length / terms.length;
}

/** 0–1: what this part of an article says of what was asked; words that all its parts say tell them apart least. */
function nearnessOf(
  { heading, text }: ScoredPassage,
  parts: readonly ScoredPassage[],
  weights: ReadonlyMap<string, number>,
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
function rankArticles(
  passages: readonly ScoredPassage[],
  weights: ReadonlyMap<string, number>,
): readonly Ranked[] {
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
