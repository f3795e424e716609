import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { PublicReply, Ticket } from '../../domain/ticket/ticket.ts';
import type { TeamCard } from '../../ports.ts';
import { moment } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { bold, plain } from '../text.ts';
import { headOf, mentioned } from './notice-parts.ts';
import { updateBlocks } from './update-blocks.ts';

/** The requester says no to a later time: for whoever works on it. */
export function neededSoonerCard(ticket: Ticket, reply: PublicReply, settings: DeskSettings): TeamCard {
  const words = `${ticket.id}: the requester needs it sooner`;
  const { proposes, agreed } = reply;
  return {
    audience: 'team',
    summary: words,
    blocks: [
      {
        type: 'text',
        lines: [
          [
            ...mentioned(ticket.assignee?.person),
            bold(words),
            ...(proposes
              ? [
                  { text: ' than ' },
                  moment(proposes.dueAt, settings.timezone),
                  { text: ` (${promiseWords(proposes.target, ticket, settings.policies)})` },
                ]
              : []),
            { text: '.' },
          ],
          agreed
            ? [
                { person: agreed.by },
                { text: ' said so. The promise stays as it was; see what can be done.' },
              ]
            : plain('The promise stays as it was; see what can be done.'),
        ],
      },
    ],
  };
}

/** The time for which an update was put off is over. */
export function updateReminderCard(
  ticket: Ticket,
  person: string | undefined,
  settings: DeskSettings,
): TeamCard {
  return {
    audience: 'team',
    summary: `${headOf(ticket)} — the update you put off`,
    blocks: [
      {
        type: 'text',
        lines: [
          [...mentioned(person), { text: 'The update you put off is waiting: ' }, bold(headOf(ticket))],
        ],
      },
      ...updateBlocks(ticket, settings),
    ],
  };
}
