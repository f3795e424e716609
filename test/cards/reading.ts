import type { Block, Button, Line, Menu, Span } from '../../src/cards/card.ts';

/** Everything a person reads on a card, line by line, buttons in brackets. */
export function readText(blocks: readonly Block[]): string {
  return blocks.map(readBlock).join('\n');
}

function readBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'divider':
      return '---';
    case 'facts':
      return block.items.map((item) => `${item.label}: ${readLine(item.value)}`).join('\n');
    case 'actions':
      return block.items
        .map((item) => ('options' in item ? [item.label, ...item.options.map((o) => o.label)] : [item.label]))
        .map((labels) => `[${labels.join(' | ')}]`)
        .join(' ');
    default:
      return linesOf(block).map(readLine).join('\n');
  }
}

function readLine(line: Line): string {
  return line.map(readSpan).join('');
}

function readSpan(span: Span): string {
  if ('text' in span) return span.text;
  if ('person' in span) return `@${span.person}`;
  if ('channel' in span) return `#${span.channel}`;
  if ('moment' in span) return span.fallback;
  return `:${span.emoji}:`;
}

export function linesOf(block: Block): readonly Line[] {
  switch (block.type) {
    case 'text':
    case 'quote':
      return block.lines;
    case 'list':
      return block.items;
    case 'facts':
      return block.items.map((item) => item.value);
    case 'context':
      return [block.line];
    default:
      return [];
  }
}

/** Spans that are more than words: links, people, channels, moments, emoji. */
export function specialSpans(blocks: readonly Block[]): readonly Span[] {
  return blocks
    .flatMap(linesOf)
    .flat()
    .filter((span) => !('text' in span) || 'link' in span);
}

/** Actions of the buttons and menus, with the entries of menus as `menu:entry`. */
export function actionsOf(blocks: readonly Block[]): readonly string[] {
  return itemsOf(blocks).flatMap((item) =>
    'options' in item ? item.options.map((option) => `${item.action}:${option.value}`) : [item.action],
  );
}

export function itemsOf(blocks: readonly Block[]): readonly (Button | Menu)[] {
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.items : []))
    .filter((item): item is Button | Menu => 'action' in item);
}
