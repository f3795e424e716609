import { detectLanguage } from './detect-language.ts';
import { stemEnglish } from './stem-english.ts';
import { stemFrench, stemGerman, stemSpanish, withoutAccents } from './stem-light.ts';
import { type DeskLanguage, stopWords } from './stop-words.ts';
import { codeParts, isCode, isUnspaced, wordsOf } from './words-of.ts';

/** A word as people wrote it and the term it is compared by. */
export type Term = { readonly term: string; readonly word: string };

/**
 * The terms of a text that tell it apart: stemmed, without stop words, codes whole and in parts. Where words are written
 * without spaces, every two neighbouring letters are a term.
 */
export function termsOf(text: string, written: string = detectLanguage(text)): readonly Term[] {
  const language = readAs(written);
  const stops = stopWords[language];
  const terms: Term[] = [];
  for (const written of wordsOf(text)) {
    const word = language === 'fr' ? written.replace(elision, '') : written;
    if (stops.has(word)) continue;
    if (isUnspaced(word)) {
      for (const term of pairsOf(word)) terms.push({ term, word: term });
    } else if (isCode(word)) {
      terms.push({ term: word, word });
      for (const part of codeParts(word)) terms.push({ term: part, word: part });
    } else {
      for (const part of word.split(/[.-]/)) {
        if (part.length > 1 && !stops.has(part)) terms.push({ term: stem(part, language), word: part });
      }
    }
  }
  return terms;
}

/** French words that lost their vowel to the next one: `l'étiquette`. */
const elision = /^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)'(?=.)/;

/** The distinct terms of a text. */
export function termSet(text: string, written?: string): ReadonlySet<string> {
  return new Set(termsOf(text, written).map(({ term }) => term));
}

const stemmers: Readonly<Record<DeskLanguage, (word: string) => string>> = {
  en: (word) => withoutAccents(stemEnglish(word)),
  de: stemGerman,
  es: stemSpanish,
  fr: stemFrench,
};

function stem(word: string, language: DeskLanguage): string {
  const known = stems[language].get(word);
  if (known !== undefined) return known;
  const found = stemmers[language](word);
  if (stems[language].size >= mostStems) stems[language].clear();
  stems[language].set(word, found);
  return found;
}

/** Stems that were worked out before: texts repeat their words. About 5 MB a language. */
const mostStems = 50_000;
const stems: Readonly<Record<DeskLanguage, Map<string, string>>> = {
  en: new Map(),
  de: new Map(),
  es: new Map(),
  fr: new Map(),
};

/** Every two neighbouring letters; a letter that stands alone is a term itself. */
function pairsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

function readAs(language: string): DeskLanguage {
  return language === 'de' || language === 'es' || language === 'fr' ? language : 'en';
}
