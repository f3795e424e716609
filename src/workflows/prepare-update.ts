import { z } from 'zod';
import { updatePhrases } from '../cards/requester/update-phrases.ts';
import type { Desk } from '../desk.ts';
import type { PersonId } from '../domain/chat-event.ts';
import type { Clock } from '../domain/sla/clock.ts';
import { liveClocks } from '../domain/sla/clocks-of.ts';
import { isOpenProposal } from '../domain/ticket/extension.ts';
import { isLive, type Ticket } from '../domain/ticket/ticket.ts';
import { type PreparedUpdate, standingUpdate } from '../domain/ticket/updating.ts';
import type { Instant } from '../domain/time.ts';
import { composeUpdate } from '../domain/update/compose-update.ts';
import { type ForeignNames, lintFactsOf } from '../domain/update/lint-facts.ts';
import { type Finding, lintUpdate } from '../domain/update/lint-update.ts';
import { laterTime, nextUpdateBy, roundedDown, updateStory } from '../domain/update/update-story.ts';
import { personOf } from './identify-requester.ts';

/**
 * The message the requester is owed when a clock comes near its end, for the team to send. Undefined when nothing
 * should be prepared: merged, ended, nowhere to say it, one stands already that does as much, or what would be asked
 * was asked.
 */
export async function preparedUpdate(
  desk: Desk,
  ticket: Ticket,
  clock: Clock,
  kind: 'progress' | 'delay',
): Promise<PreparedUpdate | undefined> {
  if (ticket.merged || !isLive(ticket) || clock.state === 'ended' || !hasPlace(ticket)) return undefined;
  const book = desk.settings.policies;
  const now = desk.clock.now();
  const standing = standingUpdate(ticket, now);
  if (standing && (standing.clock === clock.id || standing.kind === 'delay')) return undefined;
  const proposes = kind === 'delay' ? laterTime(clock, ticket, { book, now }) : undefined;
  if (kind === 'delay' && (!proposes || isAskedElsewhere(desk, ticket, clock, now))) return undefined;
  const cadence = nextUpdateBy(ticket, book, now);
  const latest = [cadence, proposes?.dueAt].filter((at) => at !== undefined).sort()[0];
  if (latest === undefined) return undefined;
  const story = updateStory(ticket, await readerOf(desk, ticket), { now, nextAt: roundedDown(now, latest) });
  const late = proposes ? { late: { was: clock.dueAt, proposes } } : {};
  return {
    update: `u${(ticket.updates?.length ?? 0) + 1}`,
    kind,
    clock: clock.id,
    text: composeUpdate({ ...story, ...late }, updatePhrases),
    ...(proposes ? { proposes } : {}),
  };
}

function hasPlace({ conversation }: Ticket): boolean {
  return conversation.thread !== undefined || conversation.kind === 'direct';
}

/** A later time was asked for and not answered; or both solutions are promised, and the first speaks for both. */
function isAskedElsewhere(desk: Desk, ticket: Ticket, clock: Clock, now: Instant): boolean {
  if (
    ticket.replies.some((reply) => isOpenProposal(ticket, reply) && reply.proposes?.target === clock.target)
  ) {
    return true;
  }
  if (clock.target !== 'total_resolution') return false;
  return liveClocks(ticket, desk.settings.policies, now).some(({ target }) => target === 'first_resolution');
}

/** In whose zone times are written, and whom the requester can turn to. */
async function readerOf(desk: Desk, ticket: Ticket) {
  const assignee = ticket.assignee && (await personOf(desk, ticket.assignee.person));
  return { zone: await zoneOf(desk, ticket), contact: assignee?.name || desk.settings.name };
}

async function zoneOf(desk: Desk, ticket: Ticket): Promise<string> {
  const requester = await personOf(desk, ticket.requester);
  return requester?.timezone || desk.settings.timezone;
}

/** What stands against sending these words, measured against everything the desk knows. */
export async function findingsIn(
  desk: Desk,
  ticket: Ticket,
  words: { readonly text: string; readonly by: PersonId },
): Promise<readonly Finding[]> {
  const at = { book: desk.settings.policies, now: desk.clock.now(), zone: await zoneOf(desk, ticket) };
  return lintUpdate(words.text, lintFactsOf(ticket, at, await foreignNames(desk, ticket, words.by)));
}

const Directory = z.object({ accounts: z.array(z.object({ name: z.string() })) });

/** People of the team whose names are looked for; chat is asked for each once an hour at most. */
const mostColleagues = 50;

async function foreignNames(desk: Desk, ticket: Ticket, by: PersonId): Promise<ForeignNames> {
  const stored = await desk.store.load('directory', 'desk');
  const others = [...desk.people.agents, ...desk.people.managers]
    .filter((person) => person !== by && person !== ticket.assignee?.person)
    .slice(0, mostColleagues);
  const people = await Promise.all([...new Set(others)].map((person) => personOf(desk, person)));
  return {
    otherAccounts: stored ? Directory.parse(stored.state).accounts.map(({ name }) => name) : [],
    colleagues: people.flatMap((person) => (person?.name ? [person.name] : [])),
  };
}
