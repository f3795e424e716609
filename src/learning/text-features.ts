import { detectLanguage } from '../domain/language/detect-language.ts';
import { stemEnglish } from '../domain/language/stem-english.ts';
import { stemFrench, stemGerman, stemSpanish } from '../domain/language/stem-light.ts';
import { isCode, wordsOf } from '../domain/language/words-of.ts';
import { distinct, groupsOfLetters, hashOf, pairHash } from './text-hash.ts';

/**
 * What a text is recognised by, as numbers below `featureSpace`, each once within its part. Three parts, in this order:
 * words and neighbouring words, groups of letters within words, and pairs of words that stand near each other.
 */
export type TextFeatures = {
  readonly buckets: Uint32Array;
  /** Where the first and the second part end; the third ends with `buckets`. */
  readonly ends: readonly [words: number, letters: number];
};

/** A text as the features that learning works on. Any text will do: what is very long is read from its beginning. */
export function textFeatures(text: string): TextFeatures {
  const raw = plainWords(text);
  const stem = stemmers[detectLanguage(text.slice(0, longestSample))] ?? stemEnglish;
  const stems = raw.map((word) => (isCode(word) ? word : stem(word)));
  const words = distinct(wordFeatures(stems));
  const letters = distinct(letterFeatures(raw.slice(0, mostForLetters)));
  const pairs = distinct(pairFeatures(stems));
  const buckets = new Uint32Array(words.length + letters.length + pairs.length);
  buckets.set(words);
  buckets.set(letters, words.length);
  buckets.set(pairs, words.length + letters.length);
  return { buckets, ends: [words.length, words.length + letters.length] };
}

/** Limits keep what is remembered of one text below some 15 kB; longer texts were not sorted better with more. */
const longestText = 12_000;
const longestSample = 1_000;
const mostWords = 200;
const mostForLetters = 64;
const mostForPairs = 64;
/** How many words further on the second word of a pair may stand. */
const pairReach = 8;

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  de: stemGerman,
  es: stemSpanish,
  fr: stemFrench,
};

/** Words in order; of `top-up` the parts, of a code such as `err-502` the whole as well. */
function plainWords(text: string): string[] {
  const words: string[] = [];
  for (const word of wordsOf(text.slice(0, longestText))) {
    if (words.length >= mostWords) break;
    const parts = word.split(/[._-]/).filter((part) => part !== '');
    if (parts.length > 1 && isCode(word)) words.push(word);
    words.push(...parts);
  }
  return words.slice(0, mostWords);
}

/** Two neighbours are one feature, hashed like the word they make together: `top up` is `topup`. */
function wordFeatures(stems: readonly string[]): number[] {
  const found: number[] = [];
  let before = '';
  for (const stem of stems) {
    found.push(hashOf(stem));
    if (before !== '') found.push(hashOf(before + stem));
    before = stem;
  }
  return found;
}

function letterFeatures(words: readonly string[]): number[] {
  const found: number[] = [];
  for (const word of words) groupsOfLetters(word, found);
  return found;
}

function pairFeatures(stems: readonly string[]): number[] {
  const hashes = [...new Set(stems)].slice(0, mostForPairs).map(hashOf);
  const found: number[] = [];
  for (let at = 0; at < hashes.length; at++) {
    for (let next = at + 1; next < hashes.length && next <= at + pairReach; next++) {
      found.push(pairHash(hashes[at] ?? 0, hashes[next] ?? 0));
    }
  }
  return found;
}
