import type { Line, Span } from '../../../cards/card.ts';
import type { Names } from './names.ts';

/** A span as plain words, where nothing else can be shown. */
export function readAs(span: Span, names: Names): string {
  if ('link' in span) return span.text || span.link;
  if ('text' in span) return span.text;
  if ('person' in span) return `@${names.get(span.person) ?? 'someone'}`;
  if ('channel' in span) return '#channel';
  if ('moment' in span) return span.fallback;
  return `:${span.emoji}:`;
}

export function lineReadAs(line: Line, names: Names): string {
  return line.map((span) => readAs(span, names)).join('');
}
