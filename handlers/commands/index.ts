import { incidentIdIn } from '../../src/domain/incident/incident-id.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import type { CommandHandler } from '../table.ts';
import { due } from './due.ts';
import { help, journal, list, mine, open, search, show } from './ticket.ts';
import { isWarRoomCommand, warRoom } from './war-room.ts';

/** What may follow `/ticket`. Anything else is the text of a new ticket. */
export const commands: Readonly<Record<string, CommandHandler>> = {
  help,
  list,
  show,
  due,
  mine,
  search,
  journal,
  'war-room': warRoom,
};

/** The handler of `/ticket <text>`, and the words behind the subcommand. */
export function commandOf(text: string): { readonly handler: CommandHandler; readonly rest: string } {
  const words = text.trim();
  const [first = '', ...others] = words.split(/\s+/);
  const handler = Object.hasOwn(commands, first.toLowerCase()) ? commands[first.toLowerCase()] : undefined;
  // "list of invoices is empty" is a request, not a list: only forms that the help names count as subcommands.
  if (handler && isSubcommand(first.toLowerCase(), others)) return { handler, rest: others.join(' ') };
  if (incidentIdIn(words) !== undefined) return { handler: warRoom, rest: words };
  // A number alone is a wish to look at it, never a request.
  if (/^t-?\d+$/i.test(words)) return { handler: show, rest: words };
  return { handler: open, rest: words };
}

const listWords = new Set(['all', 'unassigned', 'at-risk', 'escalations', 'mine', 'solved', 'closed']);

function isSubcommand(name: string, rest: readonly string[]): boolean {
  if (name === 'search') return true;
  if (name === 'war-room') return isWarRoomCommand(rest);
  if (name === 'show') return rest.length <= 1 || /^t-?\d+$/i.test(rest[0] ?? '');
  if (name === 'list') return rest.length <= 1 || listWords.has(rest[0] ?? '');
  // “due to a fault …” is a request.
  if (name === 'due')
    return rest.length === 0 || (rest.length === 1 && ticketIdIn(rest[0] ?? '') !== undefined);
  return rest.length === 0;
}
