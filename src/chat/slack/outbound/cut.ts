import type { Block, Line, Span } from '../../../cards/card.ts';
import { grouped } from '../limits/table.ts';
import type { Names } from './names.ts';
import { readAs } from './read-as.ts';

/** The text in at most `max` characters; a cut is shown by `…`. Never half of a character pair. */
export function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${head(text, max - 1).trimEnd()}…`;
}

/** The first `max` characters without splitting a surrogate pair. */
export function head(text: string, max: number): string {
  const end = Math.max(0, max);
  const code = text.charCodeAt(end - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end);
}

/** `… (cut, 1,234 more characters)` */
export function cutMark(missing: number): string {
  return `… (cut, ${grouped(missing)} more ${missing === 1 ? 'character' : 'characters'})`;
}

/** Room that a cut mark takes at most. */
const markRoom = 48;

type Long = Extract<Block, { type: 'text' | 'quote' | 'list' | 'facts' | 'context' }>;

/** Cuts the longest blocks so that all text together fits `budget`; the short ones stay whole. */
export function cutToBudget(
  blocks: readonly Block[],
  budget: number,
  names: Names,
): { readonly blocks: readonly Block[]; readonly cut: boolean } {
  const lengths = blocks.map((block) => blockLength(block, names));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total <= budget) return { blocks, cut: false };
  const cuttable = lengths.filter((_, index) => isLong(blocks[index]));
  const fixed = total - cuttable.reduce((sum, length) => sum + length, 0);
  const most = fairShare(cuttable, Math.max(0, budget - fixed));
  const fitted = blocks.map((block, index) =>
    (lengths[index] ?? 0) > most && isLong(block) ? cutBlock(block, most - markRoom, names) : block,
  );
  return { blocks: fitted, cut: true };
}

/** The largest share that everybody may take so that the sum stays within the budget. */
function fairShare(lengths: readonly number[], budget: number): number {
  let left = budget;
  let share = 0;
  const ascending = [...lengths].sort((a, b) => a - b);
  for (const [index, length] of ascending.entries()) {
    share = Math.floor(left / (ascending.length - index));
    if (length > share) return share;
    left -= length;
  }
  return share;
}

/** Characters of a block's text as Slack will show them. */
export function blockLength(block: Block, names: Names): number {
  switch (block.type) {
    case 'text':
    case 'quote':
      return linesLength(block.lines, names);
    case 'list':
      return linesLength(block.items, names);
    case 'facts':
      return block.items.reduce(
        (sum, item) => sum + item.label.length + 2 + lineLength(item.value, names),
        0,
      );
    case 'context':
      return lineLength(block.line, names);
    case 'heading':
      return Math.min(block.text.length, 150);
    case 'actions':
      return block.items.reduce((sum, item) => sum + Math.min(item.label.length, 75) + extraLength(item), 0);
    case 'divider':
      return 0;
  }
}

type Item = Extract<Block, { type: 'actions' }>['items'][number];

/** What a menu's options and a button's question add. */
function extraLength(item: Item): number {
  if ('options' in item) {
    return item.options
      .slice(0, 100)
      .reduce((sum, { label, hint }) => sum + label.length + (hint?.length ?? 0), 0);
  }
  return 'confirm' in item && item.confirm ? item.confirm.title.length + item.confirm.text.length + 40 : 0;
}

function linesLength(lines: readonly Line[], names: Names): number {
  return lines.reduce((sum, line) => sum + lineLength(line, names) + 1, 0);
}

function lineLength(line: Line, names: Names): number {
  return line.reduce((sum, span) => sum + readAs(span, names).length, 0);
}

function isLong(block: Block | undefined): block is Long {
  return (
    block !== undefined && block.type !== 'heading' && block.type !== 'actions' && block.type !== 'divider'
  );
}

function cutBlock(block: Long, most: number, names: Names): Block {
  switch (block.type) {
    case 'text':
    case 'quote':
      return { ...block, lines: cutLines(block.lines, most, names) };
    case 'list':
      return { ...block, items: cutLines(block.items, most, names) };
    case 'context':
      return { ...block, line: cutLines([block.line], most, names)[0] ?? [] };
    case 'facts': {
      const each = Math.floor(most / Math.max(1, block.items.length));
      const items = block.items.map((item) => ({
        ...item,
        value: cutLines([item.value], each, names)[0] ?? [],
      }));
      return { ...block, items };
    }
  }
}

function cutLines(lines: readonly Line[], most: number, names: Names): readonly Line[] {
  let left = Math.max(0, most);
  const total = linesLength(lines, names);
  if (total <= left) return lines;
  const kept: Line[] = [];
  for (const line of lines) {
    const spans: Span[] = [];
    for (const span of line) {
      const length = readAs(span, names).length;
      if (length <= left) spans.push(span);
      else {
        // Only text can be cut in the middle; half a link or name would be something else.
        if ('text' in span && !('link' in span) && left > 0)
          spans.push({ ...span, text: head(span.text, left) });
        const shown = [...kept, spans];
        const mark = { text: cutMark(total - linesLength(shown, names)) };
        return [...kept, [...spans, mark]];
      }
      left -= length;
    }
    kept.push(spans);
    left -= 1;
  }
  return kept;
}
