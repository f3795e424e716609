import { wordsOf } from '../../src/domain/language/words-of.ts';

export type Labelled = { readonly text: string; readonly label: string };
/** What a simple method says of a text; `score` is higher the surer it is. */
export type Guess = { readonly label: string; readonly score: number };
export type TextBaseline = {
  readonly name: string;
  train(examples: readonly Labelled[]): (text: string) => Guess;
};

/** Words and pairs of neighbouring words. */
export function wordRuns(text: string): string[] {
  const words = wordsOf(text);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}
