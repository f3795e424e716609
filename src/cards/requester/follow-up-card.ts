import type { DeskSettings } from '../../domain/desk-settings.ts';
import { quietCloseAt } from '../../domain/routine/follow-up.ts';
import { isOpenQuestion } from '../../domain/ticket/follow-up-cards.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { RequesterCard } from '../../ports.ts';
import type { Block, Button } from '../card.ts';
import { moment } from '../moment.ts';
import { plain } from '../text.ts';
import { followUpPhrasesIn } from './follow-up-phrases.ts';
import { phrasesIn } from './phrases.ts';

/**
 * In the requester's own thread, while nobody hears from them: whether they still need us. With its buttons while it
 * can be answered, afterwards with what came of it. `ask` is the row of the question.
 */
export function followUpCard(ticket: Ticket, ask: string, settings: DeskSettings): RequesterCard {
  const say = followUpPhrasesIn(ticket.triage?.language);
  const words = say.stillNeeded(ticket.id);
  const blocks: Block[] = isOpenQuestion(ticket, ask)
    ? questionBlocks(ticket, settings)
    : [words, ...outcome(ticket)].map((line) => ({ type: 'context', line: plain(line) }));
  return { audience: 'requester', summary: words, blocks };
}

function questionBlocks(ticket: Ticket, settings: DeskSettings): Block[] {
  const say = followUpPhrasesIn(ticket.triage?.language);
  const closes = quietCloseAt(ticket, settings.automation.quietCloseMs);
  const button = (action: string, label: string): Button => ({ action, subject: ticket.id, label });
  return [
    { type: 'text', lines: [plain(say.stillNeeded(ticket.id))] },
    {
      type: 'context',
      line: [{ text: `${say.closesOn} ` }, moment(closes, settings.timezone), { text: `. ${say.always}` }],
    },
    {
      type: 'actions',
      items: [
        { ...button('still_need_help', say.yes), style: 'primary' },
        button('confirm_solved', say.solved),
      ],
    },
  ];
}

function outcome(ticket: Ticket): readonly string[] {
  const say = phrasesIn(ticket.triage?.language);
  if (ticket.solution?.confirmed) return [say.thanksForConfirming];
  return ticket.status === 'open' ? [say.workingAgain] : [];
}
