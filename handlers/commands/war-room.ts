import { writeIncidentContext } from '../../src/cards/incident/form-context.ts';
import { incidentListCard } from '../../src/cards/incident/incident-list-card.ts';
import { declareForm } from '../../src/cards/incident/tickets/declare-form.ts';
import { warRoomHelpCard } from '../../src/cards/incident/war-room-help.ts';
import { type Desk, isTeam } from '../../src/desk.ts';
import { incidentIdIn } from '../../src/domain/incident/incident-id.ts';
import { ticketIdIn } from '../../src/domain/ticket/ticket-number.ts';
import type { InboxOutcome } from '../../src/store-port.ts';
import { askedIn, loadTicket } from '../../src/workflows/change-ticket.ts';
import { openWarRoom } from '../../src/workflows/incident/tickets/open-war-room.ts';
import { showCard, showForm, tell } from '../answer.ts';
import { ticketsIn } from '../forms/tickets-in.ts';
import { reportOpened } from '../incident/incident-opened.ts';
import { incidentsSeenBy } from '../incident/incidents-seen-by.ts';
import type { Command, CommandHandler } from '../table.ts';
import { drill } from '../war-room/drill.ts';
import { incidentMeant, incidentOfRoom } from '../war-room/incident-meant.ts';
import { warRoomCommands } from '../war-room/index.ts';
import { numbers } from '../war-room/numbers.ts';

const done: InboxOutcome = { outcome: 'done' };
const own = new Set(['list', 'numbers', 'drill', 'help']);

/** Whether what follows `war-room` is meant for it: “war-room is slow” is a request. */
export function isWarRoomCommand(rest: readonly string[]): boolean {
  const [first = ''] = rest;
  if (rest.length <= 1) return true;
  return isWord(first) || ticketIdIn(first) !== undefined || incidentIdIn(first) !== undefined;
}

function isWord(word: string): boolean {
  const name = word.toLowerCase();
  return own.has(name) || Object.hasOwn(warRoomCommands, name);
}

/** `/ticket war-room …`: opens one, or says something to one there is. */
export const warRoom: CommandHandler = async (desk, event, rest) => {
  if (!isTeam(desk.people, event.by)) {
    await tell(desk, event.handle, 'Only the support team can do that.');
    return done;
  }
  const [first = '', ...more] = rest.trim() === '' ? [] : rest.trim().split(/\s+/);
  const behind = rest.trim().slice(first.length).trim();
  const name = first.toLowerCase();
  if (first === '') await atAGlance(desk, event);
  else if (name === 'help') await showCard(desk, event.handle, warRoomHelpCard());
  else if (name === 'list') await showList(desk, event);
  else if (name === 'numbers') await numbers(desk, event);
  else if (name === 'drill') return drill(desk, event, behind);
  else if (ticketIdIn(first) !== undefined) await declare(desk, event, { first, more });
  else await aboutOne(desk, event, { name, first, behind });
  return done;
};

/** In a room: where it stands, and what can be said. Elsewhere: what is under way, or the form for a new one. */
async function atAGlance(desk: Desk, event: Command): Promise<void> {
  const here = await incidentOfRoom(desk, event);
  if (here) {
    await warRoomCommands.status?.(desk, event, { incident: here, rest: '' });
    await showCard(desk, event.handle, warRoomHelpCard());
    return;
  }
  const live = await incidentsSeenBy(desk, event.by, 'unfinished');
  if (live.length > 0) return showList(desk, event);
  const context = writeIncidentContext({ channel: event.handle.channel });
  await showForm(desk, event.handle, declareForm({ context }));
}

async function showList(desk: Desk, event: Command): Promise<void> {
  const incidents = await incidentsSeenBy(desk, event.by, 'unfinished');
  await showCard(
    desk,
    event.handle,
    incidentListCard(incidents, { settings: desk.settings, now: desk.clock.now() }),
  );
}

/** `T-12 [restricted] [T-13 …]`. What is not grave is asked about first. */
async function declare(
  desk: Desk,
  event: Command,
  { first, more }: { readonly first: string; readonly more: readonly string[] },
): Promise<void> {
  const isRestricted = more.some((word) => word.toLowerCase() === 'restricted');
  const { tickets, unknown } = ticketsIn(
    more.filter((word) => word.toLowerCase() !== 'restricted').join(' '),
  );
  if (unknown.length > 0) {
    const words = `“${unknown[0]}” is no ticket. Write it like /ticket war-room T-12 restricted T-13.`;
    return tell(desk, event.handle, words);
  }
  const id = ticketIdIn(first) ?? first;
  const ticket = await loadTicket(desk, id);
  if (!ticket) return tell(desk, event.handle, `There is no ticket ${id} that you can see.`);
  const severity = ticket.triage?.severity;
  if (!ticket.incident && !ticket.merged && severity !== 'P1' && severity !== 'P2') {
    const context = writeIncidentContext({ ticket: id, channel: event.handle.channel });
    const others = { others: tickets, ...(isRestricted ? { restricted: true as const } : {}) };
    return showForm(desk, event.handle, declareForm({ ticket, ...others, context }));
  }
  const wanted = {
    ticket: id,
    from: 'command' as const,
    severity: severity === 'P2' ? ('P2' as const) : ('P1' as const),
    visibility: isRestricted ? ('restricted' as const) : ('open' as const),
    tickets,
  };
  await reportOpened(desk, event.handle, await openWarRoom(desk, wanted, askedIn(desk, event)));
}

/** `[INC-7] <word> …`. A number alone asks where it stands. */
async function aboutOne(
  desk: Desk,
  event: Command,
  said: { readonly name: string; readonly first: string; readonly behind: string },
): Promise<void> {
  const id = incidentIdIn(said.first);
  const [next = 'status'] = said.behind === '' ? [] : said.behind.split(/\s+/);
  const name = id === undefined ? said.name : next.toLowerCase();
  const rest = id === undefined ? said.behind : said.behind.slice(next.length).trim();
  const command = Object.hasOwn(warRoomCommands, name) ? warRoomCommands[name] : undefined;
  if (!command) {
    return tell(desk, event.handle, `There is no “${name}” here. See /ticket war-room help.`);
  }
  const incident = await incidentMeant(desk, event, { id, name, rest });
  if (incident) await command(desk, event, { incident, rest });
}
