import { detectLanguage } from '../domain/language/detect-language.ts';
import { termsOf } from '../domain/language/terms-of.ts';
import type { TermCounts } from './term-index.ts';

/** The terms of a text with a title that counts twice. */
export function countTerms(title: string, text: string): TermCounts {
  return countFields([
    [title, 2],
    [text, 1],
  ]);
}

/** A part of a document or a query, and how often its words count. */
export type Field = readonly [text: string, times: number];

/** The terms of all parts. They are read in the language that most of them is written in. */
export function countFields(fields: readonly Field[]): TermCounts {
  const counts = new Map<string, number>();
  const language = detectLanguage(fields.map(([text]) => text.slice(0, 600)).join('\n'));
  for (const [text, times] of fields) {
    if (text === '') continue;
    for (const { term } of termsOf(text, language)) counts.set(term, (counts.get(term) ?? 0) + times);
  }
  return counts;
}
