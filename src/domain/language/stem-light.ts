/** Light stemmers: they take the commonest endings off, and leave at least `keep` letters. Accents go last. */

export function stemGerman(word: string): string {
  const stem = word.replaceAll('ß', 'ss').replaceAll(/(ä|ö|ü)/g, (umlaut) => plainVowel[umlaut] ?? umlaut);
  return strip(
    stem,
    ['ungen', 'ern', 'est', 'ung', 'em', 'en', 'er', 'es', 'st', 'et', 'e', 'n', 's', 't'],
    4,
  );
}

export function stemSpanish(word: string): string {
  const stem = withoutAccents(word);
  return strip(
    stem,
    [
      'aciones',
      'amente',
      'acion',
      'ieron',
      'ando',
      'iendo',
      'aron',
      'ados',
      'idos',
      'ado',
      'ada',
      'ido',
      'ida',
    ].concat(['ar', 'er', 'ir', 'es', 'os', 'as', 'an', 'en', 'o', 'a', 'e', 's']),
    4,
  );
}

export function stemFrench(word: string): string {
  const stem = withoutAccents(word);
  return strip(
    stem,
    [
      'issements',
      'ations',
      'ements',
      'ation',
      'ement',
      'aient',
      'antes',
      'ante',
      'ees',
      'ent',
      'ait',
      'ant',
    ].concat(['er', 'ez', 'ee', 'es', 'e', 's', 'x']),
    4,
  );
}

/** Letters without their marks and in one form, so that people may leave them out. */
export function withoutAccents(word: string): string {
  if (plainLetters.test(word) || marksAreVowels.test(word)) return word;
  const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ς', 'σ');
  return /\p{Script=Arabic}/u.test(bare) ? plainArabic(bare) : bare;
}

/** Without the lengthening stroke and the article, and with one form of each letter that people write in several. */
function plainArabic(word: string): string {
  const plain = word.replaceAll('ـ', '').replaceAll('ى', 'ي').replaceAll('ة', 'ه');
  return plain.startsWith('ال') && plain.length > 4 ? plain.slice(2) : plain;
}

const plainLetters = /^[ -~]*$/;
/** From Hindi to Tibetan a mark is as much a part of the word as a letter. */
const marksAreVowels = /[\u0900-\u0fff\u1000-\u17ff]/;
const plainVowel: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };

function strip(word: string, endings: readonly string[], keep: number): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= keep);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
