import { wordsOf } from '../../domain/language/words-of.ts';
import type { Sentiment } from '../../domain/words.ts';
import type { Evidence } from './evidence.ts';
import {
  impatience,
  intensifiers,
  negations,
  negativeWords,
  positiveWords,
  shoutedWords,
} from './words/sentiment-words.ts';

export type SentimentFinding = { readonly sentiment: Sentiment; readonly frustration: number };

/** How the requester feels, from their words, capitals and punctuation, and how often they had to ask before. */
export function findSentiment(evidence: Evidence, earlierTickets: number): SentimentFinding {
  const { negative, positive, strong } = feelings(evidence.sentences);
  const impatient = impatience.filter((pattern) =>
    evidence.sentences.some((each) => pattern.test(each)),
  ).length;
  const loud = shouting(evidence.original);
  const frustration = Math.min(
    1,
    0.12 * negative +
      0.22 * strong +
      0.22 * impatient +
      loud +
      (earlierTickets >= 5 && negative > 0 ? 0.05 : 0),
  );
  return {
    sentiment: sentimentOf({ frustration, balance: positive - negative, positive, strong }),
    frustration,
  };
}

function sentimentOf(felt: {
  frustration: number;
  balance: number;
  positive: number;
  strong: number;
}): Sentiment {
  if (felt.frustration >= 0.55 || felt.strong >= 2) return 'angry';
  if (felt.frustration >= 0.2 || felt.balance <= -1) return 'negative';
  return felt.positive >= 1 && felt.balance >= 1 ? 'positive' : 'neutral';
}

/** A negation within three words before turns a feeling over; an intensifier right before makes it half as strong again. */
function feelings(sentences: readonly string[]): { negative: number; positive: number; strong: number } {
  let negative = 0;
  let positive = 0;
  let strong = 0;
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    words.forEach((word, at) => {
      const weight = (negativeWords.get(word) ?? 0) - (positiveWords.get(word) ?? 0);
      if (weight === 0) return;
      const isTurned = words.slice(Math.max(0, at - 3), at).some((each) => negations.has(each));
      const felt = weight * (intensifiers.has(words[at - 1] ?? '') ? 1.5 : 1);
      if (isTurned) {
        if (felt < 0) negative -= felt;
      } else if (felt > 0) {
        negative += felt;
        strong += felt >= 2 ? 1 : 0;
      } else positive -= felt;
    });
  }
  return { negative, positive, strong };
}

function shouting(original: string): number {
  const words = original.match(/\p{L}{3,}/gu) ?? [];
  const shouted = words.filter(
    (word) =>
      word === word.toUpperCase() &&
      word !== word.toLowerCase() &&
      (word.length > 4 || shoutedWords.has(word)),
  );
  const capitals = shouted.length >= 2 || (shouted.length === 1 && words.length < 20) ? 0.18 : 0;
  return capitals + (/[!?]{2,}/.test(original) ? 0.15 : 0);
}
