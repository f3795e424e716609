import { detectLanguage } from '../domain/language/detect-language.ts';
import { termsOf } from '../domain/language/terms-of.ts';
import type { TermCounts } from './term-index.ts';

/** The terms of a text with a title that counts twice. */
export function countTerms(title: string, text: string): TermCounts {
  const counts = new Map<string, number>();
  const language = detectLanguage(`${title}\n${text.slice(0, 2000)}`);
  for (const { term } of termsOf(title, language)) add(counts, term, 2);
  for (const { term } of termsOf(text, language)) add(counts, term, 1);
  return counts;
}

function add(counts: Map<string, number>, term: string, times: number): void {
  counts.set(term, (counts.get(term) ?? 0) + times);
}
