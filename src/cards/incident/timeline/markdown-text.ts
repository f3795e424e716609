import type { Line } from '../../card.ts';
import { maskedSecrets } from '../../masked-secrets.ts';

/** Names of people by their ids; whoever is not in it is written by id. */
export type Names = ReadonlyMap<string, string>;

/** Words of people inside Markdown: one line, nothing in it is a mark, a link, a mention or a picture. */
export function inMarkdown(text: string): string {
  // What would make a heading or a list, where the words stand at the start of a line.
  return withinMarkdown(text).replace(/^(\d*)([#+.)-])/, '$1\\$2');
}

/** The same for words that never stand at the start of a line. */
function withinMarkdown(text: string): string {
  return (
    maskedSecrets(text)
      .text.replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>|~]/g, '\\$&')
      // Entities, addresses, and emoji by name.
      .replace(/&(?=[#\w])|:(?=\/\/|[\w+-]+:)/g, '\\$&')
      .replace(/\bwww\./gi, 'www\\.')
  );
}

/** A line of a card as Markdown; moments are in UTC. */
export function lineInMarkdown(line: Line, names: Names): string {
  return line
    .map((span) => {
      if ('person' in span) return `**${withinMarkdown(names.get(span.person) ?? span.person)}**`;
      if ('channel' in span) return withinMarkdown(span.channel);
      if ('moment' in span) return utcText(span.moment, span.as);
      if ('emoji' in span) return '';
      const words = keepingEnds(span.text);
      return 'style' in span && span.style === 'bold' && words.trim() !== '' ? `**${words.trim()}**` : words;
    })
    .join('');
}

/** `20 Nov 10:41 UTC`, or the time alone. */
export function utcText(at: string, as: 'time' | 'date_time' | 'relative' = 'date_time'): string {
  const date = new Date(at);
  const time = `${date.toISOString().slice(11, 16)} UTC`;
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return as === 'time' ? time : `${day} ${time}`;
}

function keepingEnds(text: string): string {
  const start = /^\s/.test(text) ? ' ' : '';
  const end = text.trim() !== '' && /\s$/.test(text) ? ' ' : '';
  return `${start}${withinMarkdown(text)}${end}`;
}
