/**
 * The words of a text in lower case, in order. What looks like a code (`req_81`, `v3.2`, `ERR-502`) stays whole, with
 * its apostrophes straightened.
 */
export function wordsOf(text: string): readonly string[] {
  const words = text.normalize('NFKC').replaceAll('’', "'").toLowerCase().match(wordPattern) ?? [];
  return words.map((word) => (word.length > longestWord ? word.slice(0, longestWord) : word));
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
const wordPattern = /[\p{L}\p{N}]+(?:[_.'-][\p{L}\p{N}]+)*/gu;
