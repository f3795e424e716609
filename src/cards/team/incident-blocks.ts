import type { DeskSettings } from '../../domain/desk-settings.ts';
import { isLive, type Ticket } from '../../domain/ticket/ticket.ts';
import type { Block, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, plain } from '../text.ts';
import { openWarRoomButton } from './war-room-offer-card.ts';

/** The incident a ticket belongs to: its number, its room unless it is restricted, and what the requester was told. */
export function incidentBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const { incident } = ticket;
  if (!incident) return [];
  const room: Line = incident.room === undefined ? [] : [{ text: ' · room ' }, { channel: incident.room }];
  return [
    {
      type: 'text',
      lines: [
        [{ text: '🚨 ' }, bold(incident.incident), ...room, { text: ' · ' }, ...toldLine(ticket, settings)],
        plain('Its requester hears from the incident. It can be solved once they have the final update.'),
      ],
    },
  ];
}

function toldLine({ incident, replies }: Ticket, settings: DeskSettings): Line {
  const told = replies.filter((reply) => reply.incident?.incident === incident?.incident).at(-1);
  if (!told) return plain('the requester has not been told yet');
  const arrived = told.delivered.at(-1)?.at;
  if (arrived !== undefined) return [{ text: 'told ' }, moment(arrived, settings.timezone)];
  return plain(told.failed ? 'the last update did not arrive' : 'an update is on its way');
}

/** Critical or high: a war room is one press away. Anything else has it in its menu. */
export function warRoomBlocks(ticket: Ticket): readonly Block[] {
  const severity = ticket.triage?.severity;
  const isGrave = severity === 'P1' || severity === 'P2';
  if (!isGrave || !isLive(ticket) || ticket.incident || ticket.merged) return [];
  return [{ type: 'actions', items: [openWarRoomButton(ticket)] }];
}
