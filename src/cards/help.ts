import type { Card, Line } from './card.ts';
import { bold, plain } from './text.ts';

/** How the team uses `/ticket`. */
export function helpCard(): Card {
  return help([
    ...asking,
    entry('/ticket mine', 'the tickets you work on'),
    entry('/ticket list', 'open tickets; also list unassigned, list at-risk, list escalations, list billing'),
    entry('/ticket show T-12', 'one ticket with its conversation'),
    entry('/ticket due T-12', 'its due times and how they came about'),
    entry('/ticket search refund', 'tickets and articles with these words'),
    entry('/ticket war-room T-12', 'opens a war room; /ticket war-room help has the rest'),
    entry('/ticket journal', 'every message the desk saw and what became of it'),
    entry('/ticket help', 'this'),
  ]);
}

/** How everybody else uses it: only what they may do. */
export function requesterHelpCard(): Card {
  return help([
    ...asking,
    entry('/ticket mine', 'your tickets and how they stand'),
    entry('/ticket show T-12', 'one of your tickets, with our answers'),
    entry('/ticket due T-12', 'when you hear from us next'),
    entry('/ticket search refund', 'your tickets and help articles with these words'),
    entry('/ticket help', 'this'),
  ]);
}

const asking: readonly Line[] = [
  entry('/ticket The export button does nothing', 'opens a ticket with these words'),
  entry('/ticket', 'opens a form'),
];

function entry(usage: string, meaning: string): Line {
  return [{ text: usage, style: 'code' }, { text: `  ${meaning}` }];
}

function help(items: readonly Line[]): Card {
  return {
    summary: 'How to use /ticket',
    blocks: [
      { type: 'text', lines: [[bold('How to use /ticket')]] },
      { type: 'list', ordered: false, items },
      {
        type: 'context',
        line: plain(
          'You can also mention the desk, react to a message with 🎫, use “Create ticket” on a message, or write to the desk directly.',
        ),
      },
    ],
  };
}
