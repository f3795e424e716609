import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { TeamCard } from '../../ports.ts';
import type { Button } from '../card.ts';
import { mentioned } from './notice-parts.ts';

/** A critical ticket has no war room yet: one line for those who could lead one, with the button. */
export function warRoomOfferCard(ticket: Ticket, commanders: readonly string[]): TeamCard {
  const known = ticket.warRoomOffered?.known;
  const words =
    known === undefined
      ? `${ticket.id} is critical. Does it need a war room?`
      : `${ticket.id} is critical and says the same as the tickets of ${known}.`;
  const join: readonly Button[] =
    known === undefined
      ? []
      : [
          {
            action: 'incident_add_ticket',
            subject: ticket.id,
            value: known,
            label: `Add to ${known}`,
            style: 'primary',
          },
        ];
  return {
    audience: 'team',
    summary: words,
    blocks: [
      { type: 'text', lines: [[...commanders.flatMap((person) => mentioned(person)), { text: words }]] },
      { type: 'actions', items: [...join, openWarRoomButton(ticket)] },
    ],
  };
}

/** One press opens it: nobody fills in a form while something is down. */
export function openWarRoomButton(ticket: Ticket): Button {
  return {
    action: 'open_war_room',
    subject: ticket.id,
    label: 'Open war room',
    style: 'danger',
    confirm: {
      title: `War room for ${ticket.id}`,
      text: 'A room is made, people are called, and its customer is kept informed. For a restricted one use More….',
      yes: 'Open war room',
    },
  };
}
