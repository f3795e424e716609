import { detectLanguage } from './detect-language.ts';
import { stemEnglish } from './stem-english.ts';
import { stemFrench, stemGerman, stemSpanish, withoutAccents } from './stem-light.ts';
import { type DeskLanguage, stopWords } from './stop-words.ts';
import { codeParts, isCode, wordsOf } from './words-of.ts';

/** A word as people wrote it and the term it is compared by. */
export type Term = { readonly term: string; readonly word: string };

/** The terms of a text that tell it apart: stemmed, without stop words, codes whole and in parts. */
export function termsOf(text: string, written: string = detectLanguage(text)): readonly Term[] {
  const language = readAs(written);
  const stops = stopWords[language];
  const terms: Term[] = [];
  for (const word of wordsOf(text)) {
    if (stops.has(word)) continue;
    if (isCode(word)) {
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

/** The distinct terms of a text. */
export function termSet(text: string): ReadonlySet<string> {
  return new Set(termsOf(text).map(({ term }) => term));
}

const stemmers: Readonly<Record<DeskLanguage, (word: string) => string>> = {
  en: (word) => withoutAccents(stemEnglish(word)),
  de: stemGerman,
  es: stemSpanish,
  fr: stemFrench,
};

function stem(word: string, language: DeskLanguage): string {
  return stemmers[language](word);
}

function readAs(language: string): DeskLanguage {
  return language === 'de' || language === 'es' || language === 'fr' ? language : 'en';
}
