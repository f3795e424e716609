import type { Asked, Decision } from '../../../src/domain/ticket/decision.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { settings } from '../../support/builders.ts';

type Given = { ticket: Ticket; asked: Asked; move: { readonly pick: number } };

/** What the chat tells of the desk's own messages in a random story. */
export const postingCommands: readonly ((given: Given) => Decision)[] = [
  ({ ticket, asked, move }) => ({
    events: [
      {
        type: 'card_posted',
        channel: move.pick > 2 ? settings.channels.triage : 'slack:C3BILLING',
        id: `memory:card:${ticket.id}:${move.pick}`,
        at: asked.at,
        by: 'desk',
      },
    ],
  }),
  ({ ticket, asked }) => ({
    events: ticket.notice
      ? [{ type: 'ask_posted', ask: ticket.changedAt, id: 'memory:ask', at: asked.at, by: 'desk' }]
      : [
          {
            type: 'notice_posted',
            channel: 'slack:C1SUPPORT',
            id: 'memory:notice',
            at: asked.at,
            by: 'desk',
          },
        ],
  }),
];
