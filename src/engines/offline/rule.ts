import type { Evidence } from './evidence.ts';

/** One thing people say, as a pattern over plain words, and how much it tells. */
export type Rule = { readonly pattern: RegExp; readonly weight: number };

export type Match = { readonly weight: number; readonly said: string };

/** Subjects tell more than the story after them. */
const openingSentences = 2;
const openingWeight = 1.25;

/** Which rules hold, each once, heaviest first, with the words that made it hold. */
export function matchRules(rules: readonly Rule[], evidence: Evidence): readonly Match[] {
  const matches: Match[] = [];
  for (const { pattern, weight } of rules) {
    const at = evidence.sentences.findIndex((sentence) => pattern.test(sentence));
    const said = at < 0 ? undefined : pattern.exec(evidence.sentences[at] ?? '')?.[0];
    if (said !== undefined)
      matches.push({ said: said.trim(), weight: at < openingSentences ? weight * openingWeight : weight });
  }
  return matches.sort((left, right) => right.weight - left.weight);
}

export function sumOf(matches: readonly Match[]): number {
  return matches.reduce((sum, { weight }) => sum + weight, 0);
}

/** The first words that fit one of the patterns. */
export function said(patterns: readonly RegExp[], sentences: readonly string[]): string | undefined {
  for (const pattern of patterns) {
    for (const sentence of sentences) {
      const found = pattern.exec(sentence)?.[0];
      if (found !== undefined) return found.trim();
    }
  }
  return undefined;
}
