import type { Passage } from '../../domain/article.ts';
import type { Block, Card, Line } from '../card.ts';
import { bold, plain, shortened, withoutMarks } from '../text.ts';

/** What was found: tickets first, worded for their reader, then passages of the knowledge base. */
export function searchCard(found: {
  readonly words: string;
  readonly list: readonly Block[];
  readonly passages: readonly Passage[];
}): Card {
  const passages = found.passages.map(
    (passage): Line => [
      passage.url ? { link: passage.url, text: passage.title } : bold(passage.title),
      { text: ` › ${passage.heading}: ${shortened(withoutMarks(passage.text), 110)}` },
    ],
  );
  const articles: readonly Block[] =
    passages.length > 0
      ? [
          { type: 'text', lines: [[bold('Articles')]] },
          { type: 'list', ordered: false, items: passages },
        ]
      : [{ type: 'context', line: plain('No article has these words.') }];
  const title = `Found for “${shortened(found.words, 40)}”`;
  return { summary: title, blocks: [{ type: 'text', lines: [[bold(title)]] }, ...found.list, ...articles] };
}
