import type { Line, Span } from './card.ts';

/** One line of plain words. */
export function plain(text: string): Line {
  return [{ text }];
}

/** Plain words, one line of the card for each line of the text. */
export function plainLines(text: string): readonly Line[] {
  return text.split('\n').map((line) => plain(line));
}

const webAddress = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/**
 * Words the desk stands behind, with web addresses as links. For approved public replies only: text of other people
 * keeps its addresses as plain words.
 */
export function linkedLines(text: string): readonly Line[] {
  return text.split('\n').map((line) => {
    const spans: Span[] = [];
    let from = 0;
    for (const match of line.matchAll(webAddress)) {
      if (match.index > from) spans.push({ text: line.slice(from, match.index) });
      spans.push({ link: match[0], text: match[0] });
      from = match.index + match[0].length;
    }
    if (from < line.length || spans.length === 0) spans.push({ text: line.slice(from) });
    return spans;
  });
}

export const bold = (text: string): Span => ({ text, style: 'bold' });
export const italic = (text: string): Span => ({ text, style: 'italic' });

/** Shortened at a word, with an ellipsis. */
export function shortened(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= length
    ? flat
    : `${flat
        .slice(0, length - 1)
        .replace(/\s+\S*$/, '')
        .replace(/[.,;:\s]+$/, '')}…`;
}

/** Articles are Markdown; on a card its marks are in the way. */
export function withoutMarks(text: string): string {
  return text.replace(/\*\*|`/g, '');
}

/** `1 ticket`, `2 tickets`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Joins spans with a separator. */
export function joined(parts: readonly Line[], separator = ' · '): Line {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]));
}
