import { isHeldBack, looseCopies } from '../../domain/ticket/copies.ts';
import { isLive, type Ticket } from '../../domain/ticket/ticket.ts';
import type { Block, Line } from '../card.ts';
import { bold, counted } from '../text.ts';

/** A copy that nobody has taken: a line instead of the same words again. */
export function isShownAsCopy(ticket: Ticket): boolean {
  return isHeldBack(ticket) && ticket.assignee === undefined;
}

/** What the card of a copy says instead of the whole story. */
export function copyBlocks(ticket: Ticket): readonly Block[] {
  const { copyOf } = ticket;
  if (!copyOf) return [];
  const others = copyOf.earlier > 0 ? ` and of ${counted(copyOf.earlier, 'other ticket')}` : '';
  const line: Line = [
    { text: 'Copy of ' },
    bold(copyOf.ticket),
    { text: `${others}. It waits without a draft; the words are those of ${copyOf.ticket}.` },
  ];
  return [
    { type: 'text', lines: [line] },
    {
      type: 'actions',
      items: [
        { action: 'claim', subject: ticket.id, label: 'Claim' },
        { action: 'regenerate', subject: ticket.id, label: 'Draft an answer' },
        { action: 'show_all', subject: ticket.id, label: 'Show everything' },
      ],
    },
  ];
}

const namedCopies = 3;

/** What the card of the first ticket says about its copies. */
export function copiesBlocks(ticket: Ticket): readonly Block[] {
  const loose = looseCopies(ticket);
  if (loose.length === 0 || !isLive(ticket)) return [];
  const names = loose.slice(0, namedCopies).join(', ');
  const rest =
    loose.length > namedCopies ? ` and ${(loose.length - namedCopies).toLocaleString('en')} more` : '';
  return [
    {
      type: 'text',
      lines: [[bold(`${counted(loose.length, 'ticket')} more like it`), { text: `: ${names}${rest}` }]],
    },
    {
      type: 'actions',
      items: [
        {
          action: 'join_copies',
          subject: ticket.id,
          label: loose.length === 1 ? 'Put it together with this one' : `Put all ${loose.length} together`,
          confirm: {
            title: 'Put the copies together?',
            text: 'Those of the same customer are merged into this ticket and answered with it. The others are linked: each keeps its own thread and its own answer.',
            yes: 'Put together',
          },
        },
      ],
    },
  ];
}
