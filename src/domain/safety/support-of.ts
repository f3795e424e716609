import { detectLanguage } from '../language/detect-language.ts';
import { sentencesOf } from '../language/sentences-of.ts';
import { termsOf } from '../language/terms-of.ts';
import { remembered } from '../remembered.ts';

/** What a text may rest on, and what was said before it. */
export type SupportGiven = {
  readonly sources: readonly string[];
  /** Words that were said before need no source: repeating them claims nothing. */
  readonly conversation?: string;
};

/** A sentence with how much of it stands in one place of a source: 0–1. `weight` is how much it says at all. */
export type SentenceSupport = { readonly text: string; readonly support: number; readonly weight: number };

/**
 * How much of a text stands in its sources, 0–1: each sentence is held against the place of three neighbouring sentences
 * that supports it best, words by how much they say, and a little by whether they stand in the same order. 1 when it
 * says nothing of its own.
 */
export function supportOf(text: string, given: SupportGiven): number {
  const sentences = sentenceSupports(text, given);
  const whole = sentences.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return 1;
  return sentences.reduce((sum, { support, weight }) => sum + support * weight, 0) / whole;
}

/** The same sentence by sentence, so that the weak one can be shown. */
export function sentenceSupports(
  text: string,
  { sources, conversation = '' }: SupportGiven,
): readonly SentenceSupport[] {
  // One language for all, or the same word would have two stems.
  const language = detectLanguage(sources.join('\n').slice(0, longestSample));
  const listOf = (words: string) => listIn(words, language);
  const places = sources.flatMap((source) => placesIn(`${language}\n${source}`));
  const said = new Set([...listOf(conversation), ...listOf(ofSources)]);
  return sentencesOf(text).map((sentence) => {
    const terms = listOf(sentence.text);
    const weight = weigh(terms, said);
    const support = weight === 0 ? 1 : Math.max(0, ...places.map((place) => supportIn(place, terms, said)));
    return { text: sentence.text, support, weight };
  });
}

const longestSample = 2000;

/** Words about the sources themselves, and of not knowing: they claim nothing about the subject. */
const ofSources =
  'information specific specifics detail details know documents document provided provide mention mentions ' +
  'informationen angaben dokument dokumente información detalles documento documentos informations détails';

/** What stands near each other in a source. Further apart, words that stand together in a claim need not belong together. */
const neighbouring = 3;

type Place = { readonly terms: ReadonlySet<string>; readonly pairs: ReadonlySet<string> };

/** The places of a source; its first line is the language it is read in. Each claim asks about the same source again. */
const placesIn = remembered((languageAndSource: string): readonly Place[] => {
  const at = languageAndSource.indexOf('\n');
  const language = languageAndSource.slice(0, at);
  const sentences = sentencesOf(languageAndSource.slice(at + 1)).map(({ text }) => listIn(text, language));
  return sentences.map((_, place) => {
    const terms = sentences.slice(place, place + neighbouring).flat();
    return { terms: new Set(terms), pairs: new Set(pairsOf(terms)) };
  });
}, 200);

function listIn(words: string, language: string): readonly string[] {
  return termsOf(words, language).map(({ term }) => term);
}

/** How much the order of words counts beside the words. */
const orderShare = 0.15;

function supportIn(
  { terms: known, pairs: knownPairs }: Place,
  terms: readonly string[],
  said: ReadonlySet<string>,
) {
  const words =
    weigh(
      terms.filter((term) => known.has(term)),
      said,
    ) / weigh(terms, said);
  const pairs = pairsOf(terms);
  if (pairs.length === 0) return words;
  const inOrder = pairs.filter((pair) => knownPairs.has(pair)).length / pairs.length;
  return (1 - orderShare) * words + orderShare * inOrder;
}

/** Long words are rarer than short ones, and a wrong number hurts most. */
function weigh(terms: readonly string[], said: ReadonlySet<string>): number {
  return terms.reduce((sum, term) => {
    if (said.has(term)) return sum;
    return sum + (/\d/.test(term) ? 10 : Math.min(term.length, 8));
  }, 0);
}

function pairsOf(terms: readonly string[]): readonly string[] {
  return terms.slice(1).map((term, at) => `${terms[at]} ${term}`);
}
