import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hour, minute } from '../../src/domain/time.ts';
import type { PracticeMessage } from '../../src/practice/control.ts';
import { eventually } from '../support/eventually.ts';
import { peopleActing } from '../support/people-acting.ts';
import { idOf, keyOf, type PersonName, type Said } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';
import { openPlace, type Place } from './support/place.ts';

const rounds = Number(process.env.ROUNDS ?? 20);

/** Everything is promised around the clock and nobody is left in peace, so that the hour of the test does not matter. */
const settings = `
desk: { name: Larder Support, timezone: Europe/Berlin }
channels: { intake: ["#support"], triage: "#support-triage" }
people: { agents: [ana@larder.test, omar@larder.test, sofie@larder.test], managers: [grace@larder.test] }
queues: [{ name: general }]
notices: { quiet_hours: off }
sla: [{ name: everyone, first_response: 2h, total_resolution: 1w }]
cadence: { P1: 60m, P2: 24h, P3: 2d, P4: 7d }
`;

/** Who asks what; of the first three somebody has the ticket, the others are nobody's. */
const requests: readonly (readonly [PersonName, string, PersonName?])[] = [
  ['Dana', 'Where can I change the sender of the order mails?', 'Ana'],
  ['Marcus', 'The export leaves one column out, how do I get it back?', 'Omar'],
  ['Mei', 'How can I print labels for the shelves?', 'Ana'],
  ['Tomasz', 'Our opening hours are wrong in the shop, where are they set?'],
  ['Inés', 'Can the catalogue photos be shown in another order?'],
];

let place: Place;
beforeEach(async () => {
  place = await openPlace();
  await writeFile(place.settings, settings);
});
afterEach(() => place.close());

const ahead = (milliseconds: number) => ({ CLOCK_AHEAD_MS: String(milliseconds) });
const messages = () => place.practice.state().messages.filter(({ deleted }) => !deleted);
const ofDesk = () => messages().filter(({ user }) => user === place.practice.bot.userId);
const cardOf = (id: string) => ofDesk().find((message) => keyOf(message) === `${id}/card`);
const noticesOf = (id: string) =>
  ofDesk().filter((message) => keyOf(message)?.startsWith(`${id}/clock_notice:`) === true);

/** The desk takes the requests in, three of them are taken by somebody, and then it is killed. */
async function opened(): Promise<readonly string[]> {
  const people = peopleActing(place.practice);
  const desk = await place.startFast();
  await desk.opened();
  const ids: string[] = [];
  for (const [who, text, agent] of requests) {
    people.say(who, text);
    const id = `T-${ids.length + 1}`;
    const card: Said = await eventually(() => cardOf(id), `the card of ${id}`);
    if (agent) {
      await people.press(agent, card, 'Claim');
      await eventually(() => words(cardOf(id) as PracticeMessage).includes('@'), `${id} is taken`);
    }
    ids.push(id);
  }
  await desk.idle();
  await desk.end('SIGKILL');
  return ids;
}

test('after kill -9 and three hours down each who is concerned hears once, and honestly', async () => {
  const ids = await opened();
  const desk = await place.startFast(ahead(3 * hour));
  await desk.opened();
  await desk.idle();
  for (const [index, id] of ids.entries()) {
    const agent = requests[index]?.[2];
    const told = noticesOf(id);
    const toWorker = told.filter(({ channel }) => channel === placeOf(agent));
    expect(toWorker.map(words), `${id} to ${agent ?? 'the queue'}`).toHaveLength(1);
    const text = words(toWorker[0] as PracticeMessage);
    expect(text).toMatch(/The desk was away from .*\d\d:\d\d/);
    expect(text).toContain('first answer');
    // Those who lead hear of the last warning, once too.
    expect(told.length).toBeLessThanOrEqual(2);
  }
  await desk.end('SIGTERM');
  expectNothingTwice();
});

/** Where somebody is written to directly, or the team's channel. */
function placeOf(agent: PersonName | undefined): string {
  if (!agent) return 'C02TRIAGE';
  return (
    messages().find(
      ({ channel, user }) =>
        channel.startsWith('D') && user === place.practice.bot.userId && isWith(channel, agent),
    )?.channel ?? 'none'
  );
}

function isWith(channel: string, agent: PersonName): boolean {
  const room = place.practice.state().channels.find(({ id }) => id === channel);
  return room?.members.includes(idOf(agent)) ?? false;
}

test(`killed ${rounds} times while it catches up, the desk still says everything once`, async () => {
  const ids = await opened();
  for (let round = 0; round < rounds; round += 1) {
    const desk = await place.startFast(ahead(3 * hour + round * 10));
    await desk.opened();
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 180));
    await desk.end('SIGKILL');
  }
  const desk = await place.startFast(ahead(3 * hour + 4 * minute));
  await desk.opened();
  await desk.idle();
  for (const [index, id] of ids.entries()) {
    const told = noticesOf(id);
    const recipients = told.map(({ channel }) => channel);
    expect(recipients.length, `${id} ${recipients}`).toBe(new Set(recipients).size);
    expect(recipients, id).toContain(placeOf(requests[index]?.[2]));
  }
  await desk.end('SIGTERM');
  expectNothingTwice();
});

function expectNothingTwice(): void {
  const keys = ofDesk().map((message) => `${keyOf(message)} in ${message.channel}`);
  expect(keys.length).toBe(new Set(keys).size);
}
