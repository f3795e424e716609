import type { Block, Card, Line } from '../../../cards/card.ts';
import { grouped, slackLimits as limit } from '../limits/table.ts';
import { blocksTextLength } from '../limits.ts';
import { actionBlocks, type Counter, plain, type SlackBlock } from './actions.ts';
import { cutToBudget, shortened } from './cut.ts';
import type { Names } from './names.ts';
import { lineReadAs, readAs } from './read-as.ts';
import { richElement, richSection } from './rich-text.ts';

type RichPart = { readonly type: string; readonly style?: string; readonly elements: readonly unknown[] };

export type Room = {
  /** Blocks the surface accepts. */
  readonly blocks: number;
  /** Characters of text all blocks may have together. */
  readonly text: number;
};

export const messageRoom: Room = { blocks: limit.messageBlocks, text: limit.cardText };
export const viewRoom: Room = { blocks: limit.viewBlocks, text: limit.viewText };

/**
 * Blocks as Block Kit, within what the surface accepts. What does not fit is cut visibly; then a button shows
 * everything, when the card says how. All text of people is drawn in elements that Slack does not interpret.
 */
export function toSlackBlocks(
  card: Pick<Card, 'blocks' | 'more'>,
  room: Room,
  names: Names,
): readonly SlackBlock[] {
  const { blocks, cut } = cutToBudget(card.blocks, room.text - 200, names);
  const counter: Counter = { next: 1 };
  const drawn = blocks.flatMap((block) => draw(block, names, counter));
  if (!cut && fits(drawn, room)) return drawn;
  const more: SlackBlock[] = card.more
    ? actionBlocks([{ ...card.more, label: 'Show everything' }], counter)
    : [];
  const left = { blocks: room.blocks - more.length, text: room.text - blocksTextLength(more) };
  return [...(fits(drawn, left) ? drawn : withoutLast(drawn, left)), ...more];
}

function fits(drawn: readonly SlackBlock[], room: Room): boolean {
  return drawn.length <= room.blocks && blocksTextLength(drawn) <= room.text;
}

/** Drops the last parts until the rest fits, buttons after everything else, and says how many are missing. */
function withoutLast(drawn: readonly SlackBlock[], room: Room): readonly SlackBlock[] {
  const readable = drawn.filter((block) => block.type !== 'actions');
  const buttons = drawn.filter((block) => block.type === 'actions');
  const expendable = [...buttons, ...readable];
  const dropped = new Set<SlackBlock>();
  const left = () => drawn.filter((block) => !dropped.has(block));
  const roomForNote = { blocks: room.blocks - 1, text: room.text - 40 };
  while (!fits(left(), roomForNote)) {
    const next = expendable.pop();
    if (!next) break;
    dropped.add(next);
  }
  const kept = left();
  const note = context([{ text: `… (cut, ${grouped(dropped.size)} more parts)` }], new Map());
  const lastText = kept.findLastIndex((block) => block.type !== 'actions');
  return [...kept.slice(0, lastText + 1), note, ...kept.slice(lastText + 1)];
}

function draw(block: Block, names: Names, counter: Counter): readonly SlackBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'header', text: plain(block.text, limit.header) }];
    case 'text':
      return rich([richSection('rich_text_section', block.lines, names)]);
    case 'quote':
      return rich([richSection('rich_text_quote', block.lines, names)]);
    case 'list':
      return list(block, names);
    case 'facts':
      return rich([richSection('rich_text_section', block.items.map(fact), names)]);
    case 'context':
      return [context(block.line, names)];
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return actionBlocks(block.items, counter);
  }
}

function fact(item: { label: string; value: Line }): Line {
  return [{ text: `${item.label}: `, style: 'bold' }, ...item.value];
}

function list(block: Extract<Block, { type: 'list' }>, names: Names): readonly SlackBlock[] {
  const elements = block.items
    .map((item) => richSection('rich_text_section', [item], names))
    .filter((section) => section.elements.length > 0);
  if (elements.length === 0) return [];
  return rich([{ type: 'rich_text_list', style: block.ordered ? 'ordered' : 'bullet', elements }]);
}

/** Nothing to read is no block: Slack refuses empty ones. */
function rich(elements: readonly RichPart[]): readonly SlackBlock[] {
  const full = elements.filter((element) => element.elements.length > 0);
  return full.length === 0 ? [] : [{ type: 'rich_text', elements: full }];
}

/**
 * Small grey text: Slack has plain text there or mrkdwn, which it would interpret. A line with links, moments or
 * notified people is drawn as rich text instead.
 */
function context(line: Line, names: Names): SlackBlock {
  const parts = line.length <= limit.contextElements ? line : [{ text: lineReadAs(line, names) }];
  if (!parts.every(isQuiet)) {
    const elements = line.flatMap((span) => richElement(span, names));
    return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
  }
  const elements = hasEmoji(parts)
    ? parts.filter((span) => readAs(span, names).trim() !== '').map((span) => quietText([span], names))
    : [quietText(parts, names)];
  return { type: 'context', elements };
}

/** Only an emoji of our own is drawn as one; `:x:` typed by a person stays as typed. */
function quietText(spans: Line, names: Names): unknown {
  const words = lineReadAs(spans, names);
  return {
    type: 'plain_text',
    text: shortened(words, limit.contextText) || '–',
    emoji: spans.length === 1 && hasEmoji(spans),
  };
}

function hasEmoji(spans: Line): boolean {
  return spans.some((span) => 'emoji' in span);
}

function isQuiet(span: Line[number]): boolean {
  if ('person' in span) return !span.notify;
  return 'emoji' in span || ('text' in span && !('link' in span));
}
