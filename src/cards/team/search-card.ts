import type { Passage } from '../../domain/article.ts';
import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { TicketSummary } from '../../store-port.ts';
import type { Block, Card, Line } from '../card.ts';
import { bold, plain, shortened } from '../text.ts';
import { ticketListBlocks } from './lists.ts';

/** What was found: tickets first, then passages of the knowledge base. */
export function searchCard(
  found: {
    readonly words: string;
    readonly tickets: readonly TicketSummary[];
    readonly passages: readonly Passage[];
  },
  settings: DeskSettings,
): Card {
  const passages = found.passages.map(
    (passage): Line => [
      passage.url ? { link: passage.url, text: passage.title } : bold(passage.title),
      { text: ` › ${passage.heading}: ${shortened(passage.text, 110)}` },
    ],
  );
  const articles: readonly Block[] =
    passages.length > 0
      ? [
          { type: 'text', lines: [[bold('Articles')]] },
          { type: 'list', ordered: false, items: passages },
        ]
      : [{ type: 'context', line: plain('No article has these words.') }];
  const title = `Tickets with “${shortened(found.words, 40)}”`;
  return { summary: title, blocks: [...ticketListBlocks(title, found.tickets, settings), ...articles] };
}
