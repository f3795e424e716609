/**
 * Reads texts as lower-case letters and digits with single spaces between and around the words, as UTF-16 units into one
 * array that the next reading uses again: thousands of texts are read this way a second. No more than `most` units.
 */
export function createPlainUnits(most: number) {
  const units = new Uint16Array(most);

  /** Fills `units`; says how many it filled. */
  function read(text: string): number {
    const lower = text.slice(0, most * 2).toLowerCase();
    let count = 0;
    let isInWord = false;
    units[count++] = space;
    for (let at = 0; at < lower.length && count < most; at += 1) {
      const unit = lower.charCodeAt(at);
      const kind = kinds[unit] || kindOf(unit, lower, at);
      if (kind === inWord) units[count++] = unit;
      else if (isInWord) units[count++] = space;
      isInWord = kind === inWord;
    }
    if (isInWord && count < most) units[count++] = space;
    return count;
  }

  return { units, read };
}

const space = 32;
const inWord = 1;
const between = 2;
/** By UTF-16 unit: 0 until it was met. Halves of a pair stay 0, their kind depends on the other half. */
const kinds = new Uint8Array(65_536);
const letterOrDigit = /[\p{L}\p{N}]/u;

function kindOf(unit: number, text: string, at: number): number {
  const isHalf = (unit & 0xf800) === 0xd800;
  const isSecond = (unit & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  const letter = text.codePointAt(isSecond ? at - 1 : at) ?? unit;
  const kind = letterOrDigit.test(String.fromCodePoint(letter)) ? inWord : between;
  if (!isHalf) kinds[unit] = kind;
  return kind;
}
