/** Features are numbers below this: two may meet in one number, which costs next to nothing at this size. */
export const featureSpace = 2 ** 18;

/** A word as a number below `featureSpace`. */
export function hashOf(word: string): number {
  let hash = start;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return finish(hash);
}

/** Two words that stand near each other, in either order. */
export function pairHash(one: number, two: number): number {
  const low = Math.min(one, two);
  const high = Math.max(one, two);
  return finish(Math.imul(Math.imul(low ^ 0x5bd1e995, prime) ^ high, prime));
}

/** Adds each run of 2 to 5 letters of a word to `found`, its edges marked as letters of their own. */
export function groupsOfLetters(word: string, found: number[]): void {
  const marked = ` ${word} `;
  for (let from = 0; from < marked.length; from++) {
    let hash = start ^ 0x2545f491;
    for (let at = from; at < marked.length && at < from + 5; at++) {
      hash = Math.imul(hash ^ marked.charCodeAt(at), prime);
      if (at > from) found.push(finish(hash));
    }
  }
}

/** Each number once, in ascending order. */
export function distinct(numbers: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(numbers).sort();
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    const each = sorted[at] ?? 0;
    if (at === 0 || each !== sorted[kept - 1]) sorted[kept++] = each;
  }
  return sorted.slice(0, kept);
}

/** FNV-1a, with a last mixing so that the low bits depend on every letter. */
const start = 0x811c9dc5;
const prime = 0x01000193;

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  mixed = Math.imul(mixed, 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % featureSpace;
}
