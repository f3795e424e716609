import { detectLanguage } from '../../domain/language/detect-language.ts';
import type { LearnedField } from '../../domain/triage.ts';
import type { Sentiment } from '../../domain/words.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { type Feelings, readFeelings } from './feelings.ts';
import { type Impact, readImpact } from './impact.ts';
import { apologies, impatience, politeness } from './words/sentiment-words.ts';
import { wouldBeNice } from './words/wish-words.ts';

export type SentimentFinding = { readonly sentiment: Sentiment; readonly frustration: number };

export type Circumstances = {
  readonly language: string;
  readonly impact: Impact;
  readonly earlierTickets: number;
  readonly learned: LearnedField<Sentiment> | undefined;
};

/** How the requester feels: words, signs, capitals and marks, how often they had to ask, and what the trouble does to them. */
export function findSentiment(evidence: Evidence, about: Circumstances): SentimentFinding {
  const felt = readFeelings(evidence.sentences.map(withoutCourtesy), evidence.original, about.language);
  const frustration = frustrationOf(evidence, felt, about);
  const own = sentimentOf(felt, frustration, about.impact);
  const { learned } = about;
  const isKnown = learned !== undefined && learned.confidence >= 0.75 && learned.seen >= 10;
  // Anger that everybody can read stays anger.
  return { sentiment: isKnown && own !== 'angry' ? learned.value : own, frustration };
}

/** The feeling of any text by the rules alone. */
export function ruledSentiment(text: string): Sentiment {
  const evidence = readEvidence([text]);
  return findSentiment(evidence, {
    language: detectLanguage(text),
    impact: readImpact(evidence),
    earlierTickets: 0,
    learned: undefined,
  }).sentiment;
}

function frustrationOf({ sentences }: Evidence, felt: Feelings, about: Circumstances): number {
  const impatient = countOf(impatience, sentences);
  const polite = countOf(politeness, sentences);
  const isUnhappy = felt.negative > 0 || felt.unhappySigns > 0 || impatient > 0;
  const cues =
    0.1 * Math.min(4, felt.negative) +
    0.2 * Math.min(3, felt.strong) +
    0.22 * impatient +
    0.3 * Math.min(2, felt.angrySigns) +
    0.08 * Math.min(2, felt.unhappySigns) +
    (felt.shouted >= 2 ? 0.2 : felt.shouted === 1 && sentences.join(' ').length < 120 ? 0.15 : 0) +
    (felt.repeatedMarks > 0 ? 0.15 : 0) +
    (about.impact.blocked && isUnhappy ? 0.08 : 0) +
    (about.earlierTickets >= 5 && isUnhappy ? 0.05 : 0) -
    (polite > 0 ? 0.08 : 0);
  return Math.max(0, Math.min(1, cues));
}

function sentimentOf(felt: Feelings, frustration: number, impact: Impact): Sentiment {
  const unhappy = felt.negative + felt.unhappySigns + 2 * felt.angrySigns;
  const happy = felt.positive + felt.happySigns;
  if (frustration >= 0.45 || felt.strong >= 2 || felt.angrySigns > 0) return 'angry';
  if (frustration >= 0.2 || unhappy - happy >= 1 || hurts(impact)) return 'negative';
  const isTrouble = impact.kind !== 'question' && impact.kind !== 'cosmetic';
  // Thanks at the end of a report of trouble are manners.
  return happy - unhappy >= (isTrouble ? 3 : 1) ? 'positive' : 'neutral';
}

/** Nobody tells calmly that their customers are turned away. */
function hurts({ kind, scope, money, deadline }: Impact): boolean {
  const isGrave = kind === 'outage' || kind === 'data_loss' || kind === 'exposure' || kind === 'security';
  const isTrouble = isGrave || kind === 'failure';
  return (
    money !== undefined ||
    (deadline !== undefined && isTrouble) ||
    (isGrave && (scope === 'all' || scope === 'many'))
  );
}

function countOf(patterns: readonly RegExp[], sentences: readonly string[]): number {
  return patterns.filter((pattern) => sentences.some((each) => pattern.test(each))).length;
}

/** “It would be nice to” is how a wish begins, and “sorry if this is silly” how a question does. */
function withoutCourtesy(sentence: string): string {
  return [...wouldBeNice, ...apologies].reduce((text, pattern) => text.replace(pattern, ' '), sentence);
}
