import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { brokenLine } from '../../src/domain/incident/log/log.ts';
import { hour } from '../../src/domain/time.ts';
import { createLog } from '../../src/log.ts';
import { practicePeople } from '../../src/practice/content/people.ts';
import type { PracticeMessage } from '../../src/practice/control.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { loadIncidentWithLog } from '../../src/workflows/incident/change-incident.ts';
import type { DeskProcess } from '../support/desk-process.ts';
import { eventually } from '../support/eventually.ts';
import { peopleActing } from '../support/people-acting.ts';
import { idOf, journeyChannels, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';
import { someCustomers } from './support/customers.ts';
import { openPlace, type Place } from './support/place.ts';

const rounds = Math.ceil(Number(process.env.ROUNDS ?? 20) / 2);
/** A desk is back within seconds. */
const waitMs = 20_000;

const customers = someCustomers(rounds * 2 + 2);
const things =
  'checkout|login|the warehouse app|gift cards|search|stock numbers|shipping labels|invoices|coupons|the mobile app'.split(
    '|',
  );

let place: Place;
beforeEach(async () => {
  const everybody = [...practicePeople, ...customers];
  const channels = journeyChannels.map((channel) =>
    channel.name === 'support'
      ? { ...channel, members: [...channel.members, ...customers.map(({ id }) => id)] }
      : channel,
  );
  place = await openPlace({ people: everybody, channels });
  const given = await readFile(place.settings, 'utf8');
  await writeFile(place.settings, `${given}\nnotices: { quiet_hours: off }\n`);
});
afterEach(() => place.close());

const messages = () => place.practice.state().messages.filter(({ deleted }) => !deleted);
const ofDesk = () => messages().filter(({ user }) => user === place.practice.bot.userId);
const withKey = (key: string | RegExp) =>
  ofDesk().filter((message) => {
    const own = keyOf(message) ?? '';
    return typeof key === 'string' ? own === key : key.test(own);
  });
const roomOf = (id: string) =>
  place.practice.state().channels.filter(({ name }) => name.startsWith(`${id.toLowerCase()}-`));
const calls = () => place.practice.calls().length;

/** Two customers write about something that nobody has written about before, and each has a card. */
async function reported(first = 1): Promise<readonly string[]> {
  const tickets: string[] = [];
  for (const number of [first, first + 1]) {
    const broken = things[number % things.length];
    const text = `Production is down: ${broken} fails for all our customers in shop ${number} since 10:00, we lose orders.`;
    place.practice.control.say({ as: `U1C${number}`, channel: 'C01SUPPORT', text });
    const card = await eventually(
      () => withKey(/^T-\d+\/card$/).find((each) => words(each).includes(`shop ${number} `)),
      `the card of customer ${number}`,
      waitMs,
    );
    tickets.push(keyOf(card)?.split('/')[0] ?? '');
  }
  return tickets;
}

const act = (person: PersonName, text: string) =>
  place.practice.control.command({ as: idOf(person), channel: 'C02TRIAGE', text: `/ticket ${text}` });

const team = ['Grace', 'Ana', 'Sofie', 'Omar'] as const;

const offerTo = (id: string, role: string): Promise<PracticeMessage> =>
  eventually(
    () => withKey(new RegExp(`^${id}/offer:${role}:`)).find((each) => buttonsOf(each).includes('Accept')),
    `somebody is asked to be ${role}`,
    waitMs,
  );

/**
 * The incident of a ticket, as the card in its room tells. A number that was given before the process ended is not given
 * again, so incidents are not counted.
 */
function incidentAbout(ticket: string): string | undefined {
  const named = new RegExp(`${ticket}(?!\\d)`);
  const card = withKey(/^INC-\d+\/card\//).find((each) => named.test(words(each)));
  return card && keyOf(card)?.split('/')[0];
}

/** What somebody does, and whether it can be seen that it counted. Slack does not send it again when nobody answered: they do. */
type Act = { readonly act: () => Promise<unknown>; readonly seen: () => boolean };

/** What people do in one incident, in order; each waits for what the desk must have shown before. */
function story(tickets: readonly string[]): readonly Act[] {
  const people = peopleActing(place.practice);
  const id = () => incidentAbout(tickets[0] ?? '') ?? 'unknown';
  const shown = (key: string) => withKey(new RegExp(`^${id()}/${key}`));
  const open = (key: string, label: string) => shown(key).find((each) => buttonsOf(each).includes(label));
  // Whoever leads another one already is asked last.
  const leads = new Map<string, (typeof team)[number]>();
  const lead = (role: string) => leads.get(role) ?? 'Grace';
  const accepts = (role: string): Act => ({
    act: async () => {
      const offer = await offerTo(id(), role);
      const asked = team.find((person) => keyOf(offer)?.includes(`:slack:${idOf(person)}`)) ?? 'Grace';
      leads.set(role, asked);
      return people.press(asked, offer, 'Accept');
    },
    seen: () => shown(`offer:${role}:`).length > 0 && open(`offer:${role}:`, 'Accept') === undefined,
  });
  return [
    {
      act: () => act('Ana', `war-room ${tickets.join(' ')}`),
      seen: () => incidentAbout(tickets[0] ?? '') !== undefined,
    },
    accepts('commander'),
    accepts('liaison'),
    {
      act: () =>
        act(lead('liaison'), `war-room ${id()} update We see that paying fails and look for the cause.`),
      seen: () => open('approval:u', 'Approve & send') !== undefined,
    },
    {
      act: async () => {
        const label = 'Approve & send';
        const card = await eventually(() => open('approval:u', label), 'an update to approve', waitMs);
        await people.press(lead('commander'), card, label);
      },
      seen: () => tickets.every((ticket) => repliesIn(ticket).length > 0),
    },
  ];
}

/** Ends it wherever it is, after so many more calls to Slack; the next one starts at once. */
async function killedAfter(desk: DeskProcess, more: number): Promise<DeskProcess> {
  const until = calls() + more;
  await eventually(() => calls() >= until, 'it talks', 5_000).catch(() => undefined);
  await desk.end('SIGKILL');
  const next = await place.startFast();
  await next.opened();
  return next;
}

async function incidentOf(id: string) {
  const store = await openLowdbStore({
    folder: place.data,
    log: createLog({ level: 'error', to: 'stderr' }),
  });
  try {
    return (await loadIncidentWithLog({ store }, id))!;
  } finally {
    await store.close();
  }
}

test.each(Array.from({ length: rounds }, (_, index) => index + 1))(
  'round %i: killed while an incident is declared, led and told, everything of it is there once',
  async (round) => {
    let desk = await place.startFast();
    await desk.opened();
    const tickets = await reported(round * 2 - 1);
    for (const [index, { act: acting, seen }] of story(tickets).entries()) {
      const under = acting().catch((error: unknown) => error);
      // Another place in every round and at every step, from before the first call to after the last.
      desk = await killedAfter(desk, (round * 7 + index * 5) % 23);
      await under;
      await desk.idle();
      for (let again = 0; again < 3 && !seen(); again += 1) {
        await acting().catch(() => undefined);
        await desk.idle();
      }
      expect(seen(), `step ${index}: ${toldPrivately()}`).toBe(true);
    }
    await eventually(
      () => tickets.every((ticket) => repliesIn(ticket).length === 1),
      () => `both are told: ${tickets.map((ticket) => repliesIn(ticket).map(words))}`,
      waitMs,
    );
    const id = incidentAbout(tickets[0] ?? '') ?? '';
    await eventually(
      () => withKey(new RegExp(`^${id}/approval:u`)).some((each) => words(each).includes('Delivered 2/2')),
      'the receipts',
      waitMs,
    );
    await desk.idle();
    expect(roomOf(id)).toHaveLength(1);
    expect(withKey(new RegExp(`^${id}/card/`))).toHaveLength(1);
    expect(withKey(new RegExp(`^${id}/announcement/`))).toHaveLength(1);
    for (const ticket of tickets) expect(repliesIn(ticket), ticket).toHaveLength(1);
    expect(saidTwice()).toEqual([]);
    await desk.end('SIGTERM');
    const { incident, log } = await incidentOf(id);
    expect(brokenLine(log, incident.log)).toBeUndefined();
    expect(incident.tickets.every(({ told }) => told)).toBe(true);
  },
);

/** What stands twice; private lines are answers, each to what was done. */
function saidTwice(): readonly string[] {
  const keys = ofDesk()
    .filter(({ ephemeralTo }) => ephemeralTo === undefined)
    .map((message) => `${keyOf(message)} in ${message.channel}`);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

/** What people were answered last, for them alone. */
function toldPrivately(): readonly string[] {
  return ofDesk()
    .filter(({ ephemeralTo }) => ephemeralTo !== undefined)
    .slice(-3)
    .map(words);
}

/** What the requester of a ticket was told in it. */
function repliesIn(ticket: string): readonly PracticeMessage[] {
  return withKey(new RegExp(`^${ticket}/reply:`));
}

test('after three hours down each room has one honest line, and the ladder says everything once', async () => {
  let desk = await place.startFast();
  await desk.opened();
  const [first] = await reported();
  await act('Ana', `war-room ${first}`);
  const people = peopleActing(place.practice);
  await people.press('Grace', await offerTo('INC-1', 'commander'), 'Accept');
  await people.press('Sofie', await offerTo('INC-1', 'liaison'), 'Accept');
  await desk.idle();
  const room = roomOf('INC-1')[0]?.id ?? '';
  await desk.end('SIGKILL');
  const before = ofDesk().filter(({ channel }) => channel === room).length;
  desk = await place.startFast({ CLOCK_AHEAD_MS: String(3 * hour) });
  await desk.opened();
  await desk.idle();
  const since = ofDesk()
    .filter(({ channel }) => channel === room)
    .slice(before);
  const honest = since.filter((message) => /away/i.test(words(message)));
  expect(honest.map(words), since.map(words).join('\n---\n')).toHaveLength(1);
  expect(words(honest[0]!)).toMatch(/\d\d:\d\d.*\d\d:\d\d/);
  expect(words(honest[0]!)).toMatch(/missed/);
  // Killed again while it catches up: nothing is said twice.
  await desk.end('SIGKILL');
  desk = await place.startFast({ CLOCK_AHEAD_MS: String(3 * hour) });
  await desk.opened();
  await desk.idle();
  expect(saidTwice()).toEqual([]);
  await desk.end('SIGTERM');
});
