import { differenceInSeconds } from 'date-fns/differenceInSeconds';
import type { Line, Span } from '../../../cards/card.ts';
import { fromDeskId } from '../ids.ts';
import { slackLimits } from '../limits/table.ts';
import type { Names } from './names.ts';
import { readAs } from './read-as.ts';

/** An element inside a rich text section. Slack never interprets the text in it. */
export type RichElement = Readonly<Record<string, unknown>> & { readonly type: string };
export type RichSection = {
  readonly type: 'rich_text_section' | 'rich_text_quote';
  readonly elements: readonly RichElement[];
};

/** Lines as one section, a line break between them. */
export function richSection(type: RichSection['type'], lines: readonly Line[], names: Names): RichSection {
  const elements = lines.flatMap((line, index) => {
    const spans = line.flatMap((span) => richElement(span, names));
    return index === 0 ? spans : [{ type: 'text', text: '\n' }, ...spans];
  });
  return { type, elements: elements.reduce(joinPlain, []) };
}

/** Neighbouring plain texts become one: a pasted log of a thousand lines would not fit into a view otherwise. */
function joinPlain(joined: RichElement[], next: RichElement): RichElement[] {
  const last = joined.at(-1);
  if (last && isPlain(last) && isPlain(next))
    joined[joined.length - 1] = { ...last, text: `${last.text}${next.text}` };
  else joined.push(next);
  return joined;
}

function isPlain(element: RichElement): boolean {
  return element.type === 'text' && element.style === undefined;
}

/** Slack refuses empty texts, so an empty span is nothing. */
export function richElement(span: Span, names: Names): readonly RichElement[] {
  if ('link' in span) return link(span);
  if ('text' in span) return text(span.text, span.style);
  if ('person' in span) {
    // A `user` element notifies the person, so a person who is only shown is written as their name.
    return span.notify
      ? [{ type: 'user', user_id: fromDeskId(span.person) }]
      : text(readAs(span, names), 'bold');
  }
  if ('channel' in span) return [{ type: 'channel', channel_id: fromDeskId(span.channel) }];
  if ('moment' in span) return [moment(span)];
  return [{ type: 'emoji', name: span.emoji }];
}

type Style = 'bold' | 'italic' | 'strike' | 'code';

function text(content: string, style?: Style): readonly RichElement[] {
  if (content === '') return [];
  return [{ type: 'text', text: content, ...(style && { style: { [style]: true } }) }];
}

/** Slack refuses addresses that are not on the web or too long: they are shown as text. */
function link(span: { readonly link: string; readonly text: string }): readonly RichElement[] {
  const shown = span.text || span.link;
  if (!isWebAddress(span.link)) {
    return text(shown === span.link ? shown : `${shown} (${span.link})`);
  }
  return [{ type: 'link', url: span.link, text: shown }];
}

export function isWebAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(address) && address.length <= slackLimits.url;
}

const formats = { time: '{time}', date_time: '{date_short_pretty} {time}', relative: '{ago}' } as const;

function moment(span: Extract<Span, { moment: string }>): RichElement {
  return {
    type: 'date',
    timestamp: differenceInSeconds(new Date(span.moment), new Date(0)),
    format: formats[span.as],
    ...(span.fallback !== '' && { fallback: span.fallback }),
  };
}
