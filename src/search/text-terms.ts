import { termsOf } from '../domain/language/terms-of.ts';
import type { TermCounts } from './term-index.ts';

/** The terms of a text with a title that counts twice. */
export function countTerms(title: string, text: string): TermCounts {
  const counts = new Map<string, number>();
  count(counts, title, 2);
  count(counts, text, 1);
  return counts;
}

function count(counts: Map<string, number>, text: string, times: number): void {
  for (const { term } of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + times);
}
