/**
 * The words of a text in lower case, in order. What looks like a code (`req_81`, `v3.2`, `ERR-502`) stays whole, with
 * its apostrophes straightened.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  const words = plain.match(wordPattern) ?? [];
  if (!beyondAlphabets.test(plain)) return words.map(cut);
  return words
    .flatMap((word) => (beyondAlphabets.test(word) ? word.split(scriptChange) : word))
    .map((word) => (isUnspaced(word) ? word : cut(word)));
}

/** A run of letters that are written without spaces between words, or whose words carry their endings unspaced. */
export function isUnspaced(word: string): boolean {
  return beyondAlphabets.test(word) && unspaced.test(word);
}

/** A word that names one thing exactly: it has a digit or an underscore, and is never stemmed. */
export function isCode(word: string): boolean {
  return /[\d_]/.test(word);
}

/** The parts of a code that are worth finding alone: `err-502` → `err`, `502`. */
export function codeParts(code: string): readonly string[] {
  const parts = code.split(/[^\p{L}\p{N}]+/u).flatMap((part) => part.split(/(?<=\p{L})(?=\p{N})/u));
  return parts.length > 1 ? parts.filter((part) => part.length > 1) : [];
}

/** Longer ones are keys, hashes and lines without spaces; their beginning tells them apart. */
const longestWord = 64;
// Marks belong to their letters: the vowels of Hindi and Thai are marks.
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[_.'-][\p{L}\p{M}\p{N}]+)*/gu;
/** Most words are not worth a closer look. */
const beyondAlphabets = /[\u0e00-\u0eff\u1000-\u17ff\u2e80-\u{3ffff}]/u;
const letters =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const unspaced = new RegExp(`^[${letters}]`, 'u');
/** In “502エラー” the number is a word of its own. */
const scriptChange = new RegExp(`(?<=[${letters}])(?=[^${letters}])|(?<=[^${letters}])(?=[${letters}])`, 'u');

function cut(word: string): string {
  return word.length > longestWord ? word.slice(0, longestWord) : word;
}
