import { cyrillicLanguage } from './cyrillic-language.ts';
import { deskLanguages, stopWords } from './stop-words.ts';
import { wordsOf } from './words-of.ts';

/**
 * The language a text is written in, as ISO 639-1, by its commonest words or its script. English when there is too
 * little to tell.
 */
export function detectLanguage(text: string): string {
  return (beyondLatin.test(text) ? scriptOf(text) : undefined) ?? bestOf(text)?.language ?? 'en';
}

/** How much of the text's common words are of that language: 0–1, and 0 when there are none. */
export function languageShare(text: string, language: string): number {
  const counts = countsOf(text);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : (counts.get(language) ?? 0) / total;
}

/** Letters that no Latin alphabet has: most texts have none, and need no closer look. */
const beyondLatin = /[\u0370-\u1dff\u2c00-\ud7ff]/;

/** A script counts when every third letter is of it. */
function scriptOf(text: string): string | undefined {
  const letters = text.replaceAll(/\P{L}/gu, '').length;
  const kana = text.match(kanaLetters)?.length ?? 0;
  const han = text.match(hanLetters)?.length ?? 0;
  // Japanese writes its nouns in Han: some kana among them tell it from Chinese.
  if ((kana + han) * 3 > letters && kana * 8 > han) return 'ja';
  const script = scripts.find(([, pattern]) => (text.match(pattern)?.length ?? 0) * 3 > letters)?.[0];
  return script === 'ru' ? cyrillicLanguage(text) : script;
}

const kanaLetters = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const hanLetters = /\p{Script=Han}/gu;
const scripts: readonly (readonly [string, RegExp])[] = [
  ['zh', hanLetters],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Neighbours of the desk's languages, so that they are not taken for them. */
const neighbours: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'it',
    new Set(
      'il lo gli di che è non per una sono con del della nel ho abbiamo ciao grazie come questo anche più ma'.split(
        ' ',
      ),
    ),
  ],
  [
    'pt',
    new Set(
      'o os um uma não do da dos das em no na com para que é são está olá obrigado temos nosso mais você'.split(
        ' ',
      ),
    ),
  ],
  [
    'nl',
    new Set(
      'de het een en van ik niet is dat op te zijn voor met die wij kan maar ook naar hallo onze geen wordt'.split(
        ' ',
      ),
    ),
  ],
  [
    'pl',
    new Set('nie się jest na do że w z to jak dla mamy proszę dzień dobry czy od po są nasz'.split(' ')),
  ],
  ['tr', new Set('bir ve bu için ile da de çok ne var yok merhaba nasıl değil bizim olarak'.split(' '))],
];

/** Which languages use a word as a common one. */
const owners: ReadonlyMap<string, readonly string[]> = gather([
  ...deskLanguages.map((language): [string, ReadonlySet<string>] => [language, stopWords[language]]),
  ...neighbours,
]);

function gather(
  lists: readonly (readonly [string, ReadonlySet<string>])[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of lists) {
    for (const word of words) found.set(word, [...(found.get(word) ?? []), language]);
  }
  return found;
}

/** Words that belong to one language alone weigh more than those several share. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) {
    const languages = owners.get(word);
    if (languages === undefined) continue;
    for (const language of languages)
      counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  return counts;
}

function bestOf(text: string): { language: string; count: number } | undefined {
  let best: { language: string; count: number } | undefined;
  for (const [language, count] of countsOf(text)) {
    if (best === undefined || count > best.count || (count === best.count && language === 'en')) {
      best = { language, count };
    }
  }
  return best !== undefined && best.count >= 0.5 ? best : undefined;
}
