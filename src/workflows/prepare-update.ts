import { z } from 'zod';
import { updatePhrases } from '../cards/requester/update-phrases.ts';
import type { Desk } from '../desk.ts';
import type { PersonId } from '../domain/chat-event.ts';
import type { Clock } from '../domain/sla/clock.ts';
import type { CustomerUpdate } from '../domain/ticket/promises.ts';
import { isLive, type Ticket } from '../domain/ticket/ticket.ts';
import { type PreparedUpdate, standingUpdate } from '../domain/ticket/updating.ts';
import { composeUpdate } from '../domain/update/compose-update.ts';
import { type ForeignNames, lintFactsOf } from '../domain/update/lint-facts.ts';
import { type Finding, lintUpdate } from '../domain/update/lint-update.ts';
import { nextUpdateBy, roundedDown, toldLaterTime, updateStory } from '../domain/update/update-story.ts';
import { doesAsMuch, type WantedUpdate, wantedFor, wantedNow } from '../domain/update/wanted-update.ts';
import { personOf } from './identify-requester.ts';

/**
 * The message the requester is owed when a clock comes near its end, for the team to send. Where more time cannot be
 * asked for, it is the update that is owed anyway. Undefined when nothing should be prepared: merged, ended, nowhere to
 * say it, or one stands already that does as much.
 */
export async function preparedUpdate(
  desk: Desk,
  ticket: Ticket,
  clock: Clock,
  kind: 'progress' | 'delay',
): Promise<PreparedUpdate | undefined> {
  if (ticket.merged || !isLive(ticket) || clock.state === 'ended' || !hasPlace(ticket)) return undefined;
  // Its requester is told by the incident; a second voice would say less.
  if (ticket.incident) return undefined;
  const book = desk.settings.policies;
  const now = desk.clock.now();
  const wanted = wantedFor(ticket, { clock, kind }, { book, now });
  if (!wanted || doesAsMuch(standingUpdate(ticket, now), wanted, { ticket, book, now })) return undefined;
  return written(desk, ticket, wanted);
}

/**
 * One that a person asks for now: it asks for more time where a promise is about to be broken, unless that stands
 * already; else it says where things are. Undefined where no updates are promised.
 */
export async function updateOnDemand(desk: Desk, ticket: Ticket): Promise<PreparedUpdate | undefined> {
  if (ticket.merged || !isLive(ticket) || !hasPlace(ticket)) return undefined;
  const wanted = wantedNow(ticket, { book: desk.settings.policies, now: desk.clock.now() });
  return wanted && written(desk, ticket, wanted);
}

/** The same update as things are now; a later time it asks for stays. Undefined where none could be written now. */
export async function writtenAfresh(
  desk: Desk,
  ticket: Ticket,
  update: CustomerUpdate,
): Promise<PreparedUpdate | undefined> {
  const fresh = await written(desk, ticket, update);
  return fresh && { ...fresh, update: update.update };
}

async function written(
  desk: Desk,
  ticket: Ticket,
  wanted: WantedUpdate,
): Promise<PreparedUpdate | undefined> {
  const { kind, clock, proposes } = wanted;
  const now = desk.clock.now();
  const cadence = nextUpdateBy(ticket, desk.settings.policies, now);
  const latest = [cadence, proposes?.dueAt].filter((at) => at !== undefined).sort()[0];
  if (latest === undefined || latest <= now) return undefined;
  const nextAt = roundedDown(now, latest);
  const story = updateStory(ticket, await readerOf(desk, ticket), { now, nextAt });
  const told = proposes && toldLaterTime(ticket, proposes.target);
  const late = proposes ? { late: { proposes, ...(told === undefined ? {} : { told }) } } : {};
  return {
    update: `u${(ticket.updates?.length ?? 0) + 1}`,
    kind,
    clock,
    text: composeUpdate({ ...story, ...late }, updatePhrases),
    nextAt,
    ...(proposes ? { proposes } : {}),
  };
}

function hasPlace({ conversation }: Ticket): boolean {
  return conversation.thread !== undefined || conversation.kind === 'direct';
}

/** In whose zone times are written, and whom the requester can turn to. */
async function readerOf(desk: Desk, ticket: Ticket) {
  const assignee = ticket.assignee && (await personOf(desk, ticket.assignee.person));
  return { zone: await readersZone(desk, ticket), contact: assignee?.name || desk.settings.name };
}

/** The IANA zone in which the requester reads times. Asked of chat only where the ticket does not know it. */
export async function readersZone(desk: Desk, ticket: Ticket): Promise<string> {
  if (ticket.requesterTimezone !== undefined) return ticket.requesterTimezone;
  const requester = await personOf(desk, ticket.requester);
  return requester?.timezone || desk.settings.timezone;
}

/** What stands against sending these words, measured against everything the desk knows. */
export async function findingsIn(
  desk: Desk,
  ticket: Ticket,
  words: { readonly text: string; readonly by: PersonId },
): Promise<readonly Finding[]> {
  const at = { book: desk.settings.policies, now: desk.clock.now(), zone: await readersZone(desk, ticket) };
  return lintUpdate(words.text, lintFactsOf(ticket, at, await foreignNames(desk, ticket, words.by)));
}

const Directory = z.object({ accounts: z.array(z.object({ name: z.string() })) });

/** People of the team whose names are looked for; chat is asked for each once an hour at most. */
const mostColleagues = 50;

function foreignNames(desk: Desk, ticket: Ticket, by: PersonId): Promise<ForeignNames> {
  return namesInside(desk, [by, ...(ticket.assignee ? [ticket.assignee.person] : [])]);
}

/** Names that no requester should read: of every account, and of the team but those whom they may know. */
export async function namesInside(desk: Desk, known: readonly PersonId[]): Promise<ForeignNames> {
  const stored = await desk.store.load('directory', 'desk');
  const others = [...desk.people.agents, ...desk.people.managers]
    .filter((person) => !known.includes(person))
    .slice(0, mostColleagues);
  const people = await Promise.all([...new Set(others)].map((person) => personOf(desk, person)));
  return {
    otherAccounts: stored ? Directory.parse(stored.state).accounts.map(({ name }) => name) : [],
    colleagues: people.flatMap((person) => (person?.name ? [person.name] : [])),
  };
}
