/** A passage of made-up words. */
export type MadeText = { readonly id: string; readonly title: string; readonly text: string };

/**
 * Passages and questions from a fixed seed with the word frequencies of natural language, about 830 characters a
 * passage: every run measures the same texts.
 */
export function madeTexts(
  size: number,
  questions: number,
): { readonly passages: readonly MadeText[]; readonly asked: readonly string[] } {
  const next = randomFrom(20261120);
  const passages = Array.from({ length: size }, (_, at) => {
    const text = textOf(next, 130);
    return { id: `a${at}#1`, title: text.slice(0, 40), text };
  });
  return { passages, asked: Array.from({ length: questions }, () => textOf(next, 9)) };
}

/** Zipf's law over 30,000 made-up words, with the commonest English words on top. */
function textOf(next: () => number, words: number): string {
  return Array.from({ length: words }, () => {
    const rank = Math.floor(30_000 ** next()) - 1;
    const ending = rank % 3 === 0 ? 'ing' : rank % 5 === 0 ? 's' : '';
    return common[rank] ?? `${syllable(rank)}${syllable(rank * 7 + 3)}${ending}`;
  }).join(' ');
}

const common =
  'the to a of and in is you for on that it with as your this be are or can when if not we by from'.split(
    ' ',
  );

function syllable(seed: number): string {
  const consonants = 'bcdfghklmnprstvw';
  const vowels = 'aeiou';
  return [consonants[seed % 16], vowels[(seed >> 4) % 5], consonants[(seed >> 6) % 16]].join('');
}

/** A small generator with a fixed seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
