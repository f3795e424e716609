import type { DraftFacts, Resolution } from '../../domain/draft.ts';
import { isWishPassage } from '../../domain/process-pages.ts';
import { type Claim, claimsFrom, earlierClaims } from './claims.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { type ImpactKind, readImpact } from './impact.ts';
import type { ScoredPassage } from './nearest-article.ts';
import type { Question } from './question.ts';
import { said } from './rule.ts';
import { alikeTicket, missesNames } from './support.ts';
import { wishWords } from './words/wish-words.ts';

const harmless: ReadonlySet<ImpactKind> = new Set(['question', 'cosmetic', 'slow']);
const grave: ReadonlySet<ImpactKind> = new Set(['outage', 'data_loss', 'security', 'exposure']);

/** Whether the text asks the product to do more while nothing is reported as failing. */
export function isWish(evidence: Evidence): boolean {
  if (said(wishWords, evidence.sentences) === undefined || grave.has(readImpact(evidence).kind)) return false;
  const told = evidence.sentences.map(withoutOccasion);
  return harmless.has(readImpact({ ...evidence, sentences: told }).kind);
}

/** “A mail when a payment fails” is wished for: the payment has not failed. */
function withoutOccasion(sentence: string): string {
  return said(wishWords, [sentence]) === undefined
    ? sentence
    : sentence.replace(occasion, ' ').replace(lack, ' ');
}

/** What never was there is not broken. */
const lack = /\b(?:fehlt|fehlen|manque|falta|missing)\b/;

const occasion =
  /\b(?:when|whenever|if|once|as soon as|in case|wenn|sobald|falls|cuando|si|en caso|quand|lorsqu\w*|en cas)\b.*$/;

/** 0–1: how much a wishing phrase tells. Who reports an emergency politely does not wish for a feature. */
export function wishWeight(evidence: Evidence): number {
  if (said(namedWish, evidence.sentences) !== undefined) return 1;
  return grave.has(readImpact(evidence).kind) ? 0.4 : 1;
}

const namedWish: readonly RegExp[] = [
  /\bfeature (request|idea|wish)\b|\bfunktionswunsch\b|\bverbesserungsvorschlag\b|^(idea|idee|suggestion|sugerencia)\b/,
];

/** What a reply to a wish may rest on. */
export type WishSupport = {
  readonly claims: readonly Claim[];
  readonly lead: ScoredPassage | undefined;
  readonly passages: readonly ScoredPassage[];
};

/**
 * An earlier answer to the same wish, else the page about how wishes are taken in. Pages about the subject of the
 * wish tell how things are today, which is not what was asked.
 */
export function wishSupport(facts: DraftFacts, question: Question): WishSupport {
  const earlier = facts.resolutions
    .filter((resolution) => isSameWish(resolution, question))
    .toSorted((left, right) => right.score - left.score)[0];
  const answered =
    earlier === undefined ? [] : earlierClaims({ id: earlier.ticket, text: earlier.answer }, question);
  if (answered.length > 0) return { claims: answered, lead: undefined, passages: [] };
  const page = facts.passages.filter((passage) => isWishPassage(passage));
  const passages = page.filter(({ article }) => article === page[0]?.article);
  const how = passages.find(({ text }) => /^\s*\d+[.)]\s/m.test(text));
  return { claims: how === undefined ? [] : claimsFrom(how, question), lead: how, passages };
}

function isSameWish({ problem, score }: Resolution, { weights, terms }: Question): boolean {
  return score >= alikeTicket && isWish(readEvidence([problem])) && !missesNames(weights, terms(problem));
}
