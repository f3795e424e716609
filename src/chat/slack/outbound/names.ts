import type { Card, Line } from '../../../cards/card.ts';

/** Names of people by desk id, for people who are shown without being notified. */
export type Names = ReadonlyMap<string, string>;

/** The people a card shows by name (those it notifies are drawn by Slack itself). */
export function peopleShown(blocks: Card['blocks']): readonly string[] {
  const people = new Set<string>();
  for (const line of blocks.flatMap(linesOf)) {
    for (const span of line) if ('person' in span) people.add(span.person);
  }
  return [...people];
}

function linesOf(block: Card['blocks'][number]): readonly Line[] {
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
