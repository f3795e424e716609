import type { Passage } from '../domain/article.ts';

/** Longer passages are hard to cite and hard to read in a card. */
const longest = 1200;

/** Cuts a Markdown body at its `##` headings, and long parts at paragraphs; what stands above them is the title's. */
export function passagesOf(
  article: { readonly id: string; readonly title: string; readonly url?: string },
  body: string,
): readonly Passage[] {
  const { id, title, url } = article;
  return sections(body, title)
    .flatMap(({ heading, text }) => pieces(text).map((piece) => ({ heading, text: piece })))
    .map(({ heading, text }, index) => ({
      id: `${id}#${index + 1}`,
      article: id,
      title,
      heading,
      text,
      ...(url === undefined ? {} : { url }),
    }));
}

function sections(body: string, title: string): readonly { heading: string; text: string }[] {
  const found: { heading: string; lines: string[] }[] = [{ heading: title, lines: [] }];
  let fence: string | undefined;
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    // A line that looks like a heading inside a code block is code.
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    const heading = fence === undefined ? /^##\s+(.+?)\s*#*$/.exec(line)?.[1] : undefined;
    const isTitle = fence === undefined && found.length === 1 && /^#\s+/.test(line);
    if (heading !== undefined) found.push({ heading, lines: [] });
    else if (!isTitle) found.at(-1)?.lines.push(line);
  }
  return found.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }));
}

/** Fills pieces with whole paragraphs; a paragraph that is too long itself is cut at lines, then sentences, then words. */
function pieces(text: string): readonly string[] {
  return fill(text, [
    { at: /\n{2,}/, glue: '\n\n' },
    { at: /\n/, glue: '\n' },
    { at: /(?<=[.!?])\s+/, glue: ' ' },
    { at: /\s+/, glue: ' ' },
  ]);
}

type Cut = { readonly at: RegExp; readonly glue: string };

function fill(text: string, cuts: readonly Cut[]): readonly string[] {
  const whole = text.trim();
  if (whole === '') return [];
  if (whole.length <= longest) return [whole];
  const [cut, ...finer] = cuts;
  if (cut === undefined) return [whole.slice(0, longest), ...fill(whole.slice(longest), cuts)];
  const { at, glue } = cut;
  const filled: string[] = [];
  for (const part of whole.split(at).flatMap((each) => fill(each, finer))) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + glue.length + part.length <= longest) {
      filled[filled.length - 1] = `${last}${glue}${part}`;
    } else filled.push(part);
  }
  return filled;
}
