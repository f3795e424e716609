import type { ImpactKind } from './impact.ts';

/**
 * A trouble told in words nobody wrote down beforehand: a sentence has all the parts near each other and no part that makes it a
 * question, a plan or a wish. The first part is what is quoted.
 */
export type Composition = {
  readonly kind: ImpactKind;
  readonly parts: readonly [RegExp, ...RegExp[]];
  readonly unless?: RegExp;
  /** The same, looked for up to the end of the first part: “how can we prevent this?” behind it changes nothing. */
  readonly unlessBefore?: RegExp;
};

/** Whether a sentence tells it, in plain words. */
export function tells({ parts, unless, unlessBefore }: Composition, sentence: string): boolean {
  const first = parts[0].exec(sentence);
  if (first === null || unless?.test(sentence) === true) return false;
  const end = first.index + first[0].length;
  const near = sentence.slice(Math.max(0, first.index - nearby), end + nearby);
  return (
    parts.slice(1).every((part) => part.test(near)) && unlessBefore?.test(sentence.slice(0, end)) !== true
  );
}

/** Characters around the first part. People forget full stops: further away another thing is told. */
const nearby = 100;

/** What of it is said in the first sentence that tells it. */
export function toldIn(composition: Composition, sentences: readonly string[]): string | undefined {
  const sentence = sentences.find((each) => tells(composition, each));
  return sentence === undefined ? undefined : composition.parts[0].exec(sentence)?.[0].trim();
}
