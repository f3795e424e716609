import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Ticket, TicketMessage } from '../../domain/ticket/ticket.ts';
import type { TeamCard } from '../../ports.ts';
import type { Block, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { italic, plain, plainLines, shortened } from '../text.ts';
import { actor } from './actor.ts';

function forTeam(summary: string, blocks: readonly Block[]): TeamCard {
  return { audience: 'team', summary, blocks };
}

/** A new message of the public conversation, shown in the team's thread. */
export function relayCard(ticket: Ticket, message: TicketMessage): TeamCard {
  const who: Line = [{ person: message.author }, { text: message.from === 'desk' ? ' answered' : ' wrote' }];
  const files = message.files.map(
    (file): Line => [{ text: `📎 ${file.name} ` }, ...(file.problem ? [italic(file.problem)] : [])],
  );
  return forTeam(`${ticket.id}: ${shortened(message.text, 120)}`, [
    {
      type: 'context',
      line: message.link ? [...who, { text: ' · ' }, { link: message.link, text: 'open' }] : who,
    },
    { type: 'quote', lines: [...plainLines(message.text), ...files] },
  ]);
}

/** A message was changed or taken back after the team had seen it. */
export function changedMessageCard(ticket: Ticket, message: TicketMessage): TeamCard {
  if (message.deleted) {
    return forTeam(`${ticket.id}: a message was deleted`, [
      {
        type: 'context',
        line: [{ person: message.author }, { text: ' deleted a message.' }],
      },
    ]);
  }
  const before = message.edits.at(-1)?.text ?? '';
  return forTeam(`${ticket.id}: ${shortened(message.text, 120)}`, [
    { type: 'context', line: [{ person: message.author }, { text: ' changed a message. It now reads:' }] },
    { type: 'quote', lines: plainLines(message.text) },
    { type: 'context', line: [italic('Before: '), { text: shortened(before, 300) }] },
  ]);
}

/** Calls the people who can decide. */
export function escalationCard(ticket: Ticket, managers: readonly string[]): TeamCard {
  const { escalation } = ticket;
  const who: Line = managers.map((person) => ({ person, notify: true as const }));
  const words = `${ticket.id} is escalated: ${escalation?.reason ?? ''}`;
  return forTeam(words, [
    {
      type: 'text',
      lines: [
        [
          ...who.flatMap((span) => [span, { text: ' ' }]),
          actor(escalation?.by ?? 'desk'),
          { text: ' escalates this ticket:' },
        ],
        plain(escalation?.reason ?? ''),
      ],
    },
  ]);
}

/** What stays behind when a ticket goes to a queue with a channel of its own. */
export function movedCard(ticket: Ticket, channel: string): TeamCard {
  return forTeam(`${ticket.id} moved`, [
    {
      type: 'context',
      line: [{ text: `${ticket.id} · ${shortened(ticket.subject, 80)} is now worked in ` }, { channel }],
    },
  ]);
}

/** Everything the desk knows of the public conversation, oldest first, with earlier versions. */
export function conversationBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  return ticket.messages.flatMap((message): Block[] => [
    {
      type: 'context',
      line: [
        { person: message.author },
        { text: ' · ' },
        moment(message.at, settings.timezone),
        ...(message.edits.length > 0 ? [{ text: ' · edited' }] : []),
        ...(message.origin ? [{ text: ` · from ${message.origin}` }] : []),
        ...(message.link ? [{ text: ' · ' }, { link: message.link, text: 'open' }] : []),
      ],
    },
    {
      type: 'quote',
      lines: message.deleted ? [[italic('Deleted by its author.')]] : plainLines(message.text),
    },
    ...message.edits.map(
      (edit): Block => ({
        type: 'context',
        line: [
          { text: 'Until ' },
          moment(edit.until, settings.timezone),
          { text: `: ${shortened(edit.text, 300)}` },
        ],
      }),
    ),
  ]);
}
