import type { DraftFacts } from '../../domain/draft.ts';
import { codesAmong } from './choose-sentences.ts';
import { readEvidence } from './evidence.ts';
import { readImpact } from './impact.ts';
import type { Question } from './question.ts';

export type ScoredPassage = DraftFacts['passages'][number];

/**
 * Passages of the article that fits best, and how far it is ahead. In an emergency a way to go on working comes before
 * the cause, when the page has one that is not much further away.
 */
export function nearestArticle(
  facts: DraftFacts,
  question: Question,
): { readonly passages: readonly ScoredPassage[]; readonly lead: number } {
  const [best, second] = rankArticles(facts.passages, question);
  const passages = facts.passages.filter(({ article }) => article === best?.article);
  const top = Math.max(0, ...passages.map(({ score }) => score));
  const { severity } = facts.triage;
  const { kind } = readImpact(readEvidence([question.text]));
  const isOut = severity === 'P1' || kind === 'outage';
  const near = isOut ? 0 : severity === 'P2' ? 0.5 * top : Number.POSITIVE_INFINITY;
  const isBreach = kind === 'security' || kind === 'exposure';
  const nearness = nearnessOf(passages, question);
  const rank = (passage: ScoredPassage) =>
    (top === 0 ? 0 : passage.score / top) +
    0.5 * (nearness.get(passage) ?? 0) +
    (hasSteps(passage) ? (howTo.test(question.text) ? howToAsked : howToBonus) : 0) +
    headingBonus * (passage.heading === passage.title ? 0 : shareOf(passage.heading, question)) +
    (wayOut.test(passage.heading) ? wayOutBonus : 0) +
    (isBreach && aboutBreach.test(passage.heading) ? wayOutBonus : 0) +
    (passage.score >= near && givesRelief(passage) ? reliefBonus : 0);
  const ranks = new Map(passages.map((passage) => [passage, rank(passage)]));
  const rankOf = (passage: ScoredPassage) => ranks.get(passage) ?? 0;
  return {
    passages: passages.toSorted(
      (left, right) => rankOf(right) - rankOf(left) || (left.id < right.id ? -1 : 1),
    ),
    lead: leadOf(best, second),
  };
}

const reliefBonus = 3;
/** What to do is worth more than what is the matter. */
const howToBonus = 0.1;
const howToAsked = 0.15;
const howTo =
  /\b(?:how (?:do|can|should) (?:i|we)|how to|where (?:do|can) (?:i|we)|wie (?:kann|können|mache|stelle)|wo (?:kann|finde)|cómo (?:puedo|podemos|se)|comment (?:puis|faire|peut))/i;
const headingBonus = 0.3;
const wayOutBonus = 0.5;
const wayOut =
  /\b(?:work ?around|what helps|what to do|how to (?:fix|repair|solve)|lösung|abhilfe|solution|solución)\b/i;

/** What to do when a secret is out is told under words that people in a hurry seldom use. */
const aboutBreach =
  /\b(?:leak\w*|stolen|lost|compromised|exposed|hacked|breach|incident|abgeflossen|gestohlen|robad[oa]|filtrad[oa]|volée?|fuite)\b/i;

/** Says what to do one by one. */
export function hasSteps({ text }: Pick<ScoredPassage, 'text'>): boolean {
  return /^\s*\d+[.)]\s/m.test(text);
}

function givesRelief({ heading, text }: ScoredPassage): boolean {
  const offersAWay =
    /\b(?:fallback|work ?around|in the meantime|meanwhile|keep (?:selling|working)|instead you can)\b/i;
  return offersAWay.test(`${heading} ${text}`) && /^\s*\d+[.)]/m.test(text);
}

/** 0–1: how much of a few words was asked. */
export function shareOf(words: string, { terms, asked }: Question): number {
  const said = [...terms(words)];
  return said.length === 0 ? 0 : said.filter((term) => asked.has(term)).length / said.length;
}

/** All terms of a passage below the title. */
export function bodyTerms({ heading, text }: ScoredPassage, { terms }: Question): ReadonlySet<string> {
  return new Set([...terms(heading), ...terms(text)]);
}

/** 0–1: what each part of an article says of what was asked; words that all its parts say tell them apart least. */
function nearnessOf(parts: readonly ScoredPassage[], question: Question): ReadonlyMap<ScoredPassage, number> {
  const bodies = parts.map((part) => bodyTerms(part, question));
  const telling = [...question.weights].flatMap(([term, weight]) => {
    const saying = bodies.filter((terms) => terms.has(term)).length;
    return saying === 0 ? [] : [{ term, worth: weight * Math.log(1 + parts.length / saying) }];
  });
  const sum = (of: typeof telling) => of.reduce((whole, { worth }) => whole + worth, 0);
  const most = sum(telling);
  return new Map(
    parts.map((part, at) => {
      const own = sum(telling.filter(({ term }) => bodies[at]?.has(term)));
      return [part, most === 0 ? 0 : own / most];
    }),
  );
}

/** Where nothing else was found, nobody can tell how far ahead an article is: somewhat. */
function leadOf(best: Ranked | undefined, second: Ranked | undefined): number {
  if (best === undefined) return 1;
  return second === undefined ? 1.5 : best.top / Math.max(second.top, 0.01);
}

type Ranked = { readonly article: string; readonly top: number; readonly sum: number };

/** The best passage decides most; others of the same article confirm it, and so does a heading with the code. */
function rankArticles(passages: readonly ScoredPassage[], question: Question): readonly Ranked[] {
  const codes = codesAmong(question.asked).filter((code) => /^[a-z]/.test(code));
  const articles = new Map<string, Ranked>();
  const sorted = passages.toSorted(
    (left, right) => right.score - left.score || (left.id < right.id ? -1 : 1),
  );
  for (const { article, heading, score } of sorted) {
    const known = articles.get(article);
    const headed = codes.length === 0 ? new Set<string>() : question.terms(heading);
    const bonus = codes.some((code) => headed.has(code)) ? 0.5 * score : 0;
    articles.set(article, {
      article,
      top: known?.top ?? score,
      sum: (known === undefined ? score : known.sum + 0.15 * score) + bonus,
    });
  }
  return [...articles.values()].sort((left, right) => right.sum - left.sum);
}
