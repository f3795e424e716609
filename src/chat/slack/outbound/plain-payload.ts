import type { Block, Card } from '../../../cards/card.ts';
import { Refused } from '../../../domain/errors.ts';
import { slackLimits } from '../limits/table.ts';
import { actionBlocks, type Counter, plain, type SlackBlock } from './actions.ts';
import { shortened } from './cut.ts';
import type { Names } from './names.ts';
import { escaped, type MessageContent } from './payload.ts';
import { lineReadAs } from './read-as.ts';

/** Slack's words for blocks it does not take, however often they are sent. */
const unshowable: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** Text alone: on `chat.update` blocks that are not given are taken away. */
type Shape = { readonly text: string; readonly blocks?: readonly SlackBlock[] };

/** chat.update takes no longer text; method page of chat.update. */
const longestText = 4_000;

/**
 * Sends a message; when Slack does not take its blocks, once with the same words as plain text above its buttons, and at
 * last as words alone. Safe to repeat: what was refused was not said.
 */
export async function sentInSomeShape<T>(
  shapes: { readonly content: MessageContent; readonly card: Card; readonly names: Names },
  send: (content: Shape) => Promise<T>,
): Promise<T> {
  const { content, card, names } = shapes;
  const words = textOf(card.blocks, names) || card.summary;
  const text = escapedWithin(words);
  const simpler = [{ text: content.text, blocks: plainBlocks(card, words) }, { text }];
  let refusal: unknown;
  for (const shape of [content, ...simpler]) {
    try {
      return await send(shape);
    } catch (error) {
      if (!(error instanceof Refused) || !unshowable.has(error.code)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

function plainBlocks(card: Card, words: string): readonly SlackBlock[] {
  const counter: Counter = { next: 1 };
  const buttons = card.blocks.flatMap((block) =>
    block.type === 'actions' ? actionBlocks(block.items, counter) : [],
  );
  return [...sections(words), ...buttons.slice(0, slackLimits.messageBlocks - mostSections)];
}

/** Together they stay below what a message may have. */
const mostSections = 4;

function sections(words: string): readonly SlackBlock[] {
  const parts: string[] = [];
  let left = shortened(words, mostSections * slackLimits.sectionText - mostSections);
  while (left !== '') {
    parts.push(left.slice(0, slackLimits.sectionText));
    left = left.slice(slackLimits.sectionText);
  }
  return parts.map((part) => ({ type: 'section', text: plain(part, slackLimits.sectionText) }));
}

/** Escaping makes it longer: what is too long then is cut before it. */
function escapedWithin(words: string): string {
  let room = longestText;
  for (;;) {
    const text = escaped(shortened(words, room));
    if (text.length <= longestText) return text;
    room -= text.length - longestText;
    if (room < 100) return escaped(shortened(words, 100));
  }
}

/** Everything a card says, line by line, without its buttons. */
function textOf(blocks: readonly Block[], names: Names): string {
  return blocks
    .flatMap((block) => linesOf(block, names))
    .join('\n')
    .trim();
}

function linesOf(block: Block, names: Names): readonly string[] {
  const read = (line: Parameters<typeof lineReadAs>[0]) => lineReadAs(line, names);
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'text':
      return block.lines.map(read);
    case 'quote':
      return block.lines.map((line) => `> ${read(line)}`);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${read(item)}`);
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${read(value)}`);
    case 'context':
      return [read(block.line)];
    case 'divider':
      return [''];
    case 'actions':
      return [];
  }
}
