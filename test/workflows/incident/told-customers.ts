import type { MemoryChat } from '../../../src/chat/memory/memory-chat.ts';
import type { ChannelId } from '../../../src/domain/chat-event.ts';
import { Refused } from '../../../src/domain/errors.ts';
import type { IncidentAsked, IncidentDecision } from '../../../src/domain/incident/decision.ts';
import { declareIncident } from '../../../src/domain/incident/declare.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { acceptRole, offerRole } from '../../../src/domain/incident/roles/roles.ts';
import { approveUpdate, draftUpdate } from '../../../src/domain/incident/updates/updating.ts';
import type { UpdateKind } from '../../../src/domain/incident/words.ts';
import { minute } from '../../../src/domain/time.ts';
import {
  changeIncident,
  createIncident,
  type IncidentChanged,
  loadIncident,
} from '../../../src/workflows/incident/change-incident.ts';
import { openFromMessage } from '../../../src/workflows/open-ticket.ts';
import { ana, ben, support } from '../../support/builders.ts';
import { aWorld, openDesk, type TestDesk, type World } from '../desk.ts';

/** The desk with INC-7 for so many customers, led by Ana and with Ben as liaison; the workers do not run yet. */
export async function withCustomers(
  count: number,
  given: {
    readonly world?: World;
    /** Which customer wrote the ticket of this number; each their own when absent. */
    readonly writtenBy?: (ticket: number) => number;
  } = {},
): Promise<TestDesk> {
  const desk = await openDesk(given.world ? { world: given.world } : {});
  await openTickets(desk, count, given.writtenBy);
  const decision = declareIncident(
    {
      id: 'INC-7',
      title: 'Checkout fails with error 502',
      severity: 'P1',
      mode: 'live',
      visibility: 'open',
      from: 'button',
      tickets: ticketsTo(count),
      firstUpdateWithinMs: 15 * minute,
    },
    { by: ana, role: 'agent', at: desk.clock.now(), source: 'button' },
  );
  if ('refused' in decision) throw new Error(decision.refused);
  await createIncident(desk.desk, 'INC-7', decision.events);
  await led(desk);
  return desk;
}

export async function incidentOf({ desk }: TestDesk): Promise<Incident> {
  const incident = await loadIncident(desk, 'INC-7');
  if (!incident) throw new Error('INC-7 is not there');
  return incident;
}

/** Customers and where they wrote, by number from 1. */
const customer = (number: number) => `slack:U9CUSTOMER${number}`;
export const threadOf = (number: number) => `${support}:request-${number}`;

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'] as const;

export type FlakyWorld = World & { readonly broken: Set<string> };

/** A world in which nothing can be said in the threads that are named as broken. */
export async function aFlakyWorld(): Promise<FlakyWorld> {
  const world = await aWorld();
  const broken = new Set<string>();
  const chat: MemoryChat = {
    ...world.chat,
    post: (post) =>
      post.thread !== undefined && broken.has(post.thread)
        ? Promise.reject(new Refused('The channel is archived.', 'is_archived'))
        : world.chat.post(post),
  };
  return { ...world, chat, broken };
}

/** So many tickets, each in a thread of its own. */
async function openTickets(
  { desk, clock, chat }: TestDesk,
  count: number,
  writtenBy = (ticket: number) => ticket,
): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const author = customer(writtenBy(number));
    const timezone = zones[number % zones.length] ?? 'UTC';
    chat.people.set(author, {
      id: author,
      name: `Customer ${writtenBy(number)}`,
      timezone,
      isApp: false,
      isGuest: false,
    });
    await openFromMessage(
      desk,
      {
        id: threadOf(number),
        thread: threadOf(number),
        place: { channel: support, kind: 'channel' },
        author,
        byApp: false,
        text: `Checkout of shop number ${number} answers with error 502`,
        files: [],
        at: clock.now(),
      },
      { door: 'channel', asked: { by: author, role: 'requester', at: clock.now() } },
    );
  }
}

const ticketsTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ticket: `T-${index + 1}`,
    account: `account-${index + 1}`,
    accountName: `Shopkeeper ${index + 1}`,
  }));

/** Ana leads, Ben speaks with customers. */
async function led(desk: TestDesk): Promise<void> {
  for (const [role, person] of [
    ['commander', ana],
    ['liaison', ben],
  ] as const) {
    await decides(
      desk,
      (incident, asked) => offerRole(incident, { role, candidates: [person] }, asked),
      'desk',
    );
    await decides(desk, (incident, asked) => acceptRole(incident, role, asked), person);
  }
}

export function decides(
  { desk, clock }: TestDesk,
  what: (incident: Incident, asked: IncidentAsked) => IncidentDecision,
  by: string = ana,
): Promise<IncidentChanged> {
  const asked: IncidentAsked =
    by === 'desk'
      ? { by: 'desk', role: 'desk', at: clock.now(), source: 'desk' }
      : { by, role: 'agent', at: clock.now(), source: 'button' };
  return changeIncident(desk, 'INC-7', (incident) => what(incident, asked));
}

export const words = (status: string) => ({
  status,
  next: '',
  blockers: '',
  workaround: '',
  expect: '',
  contact: 'Ben',
});

/** Ben drafts, Ana approves. */
export async function approved(
  desk: TestDesk,
  status = 'The gateway is being replaced.',
  kind: UpdateKind = 'update',
): Promise<string> {
  const promises = new Date(Date.parse(desk.clock.now()) + 30 * 60_000).toISOString();
  await decides(
    desk,
    (incident, asked) =>
      draftUpdate(
        incident,
        { kind, fields: words(status), ...(kind === 'final' ? {} : { promises }) },
        asked,
      ),
    ben,
  );
  const changed = await decides(desk, (incident, asked) =>
    approveUpdate(incident, incident.updates.at(-1)?.update ?? '', asked),
  );
  if (changed.outcome !== 'changed') throw new Error(JSON.stringify(changed));
  return changed.incident.updates.at(-1)?.update ?? '';
}

/** What stands in a thread and tells of the incident. */
export function toldIn({ chat }: TestDesk, thread: string, channel: ChannelId = support): readonly string[] {
  return chat.said
    .filter(({ post }) => post.channel === channel && post.thread === thread)
    .map(({ post }) => JSON.stringify(post.card))
    .filter((card) => card.includes('Update on') || card.includes('Your contact'));
}
