import { afterEach, beforeEach, expect, test } from 'vitest';
import { minute } from '../../src/domain/time.ts';
import { loadIncidentWithLog } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import type { MovableClock } from '../support/movable-clock.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';
import { stillClock } from '../support/still-clock.ts';

let desk: PracticeDesk;
let clock: MovableClock;
let room: string;
beforeEach(async () => {
  clock = stillClock('2026-11-20T10:00:00.000Z');
  desk = await openPracticeDesk({ filled: 'nothing', clock });
});
afterEach(() => desk.close());

const log = async () =>
  (await loadIncidentWithLog(desk.running.desk, 'INC-1'))!.log.map(({ event }) => event);
const incident = async () => (await loadIncidentWithLog(desk.running.desk, 'INC-1'))!.incident;
const inRoom = async (person: PersonName, text: string) => {
  await desk.practice.control.command({
    as: idOf(person),
    channel: room,
    text: `/ticket war-room ${text}`,
  });
  await desk.settled();
};
/** Lets so many minutes pass, one by one. */
async function pass(minutes: number) {
  for (let left = minutes; left > 0; left -= 1) {
    desk.pass(minute);
    await desk.settled();
  }
}
async function begin(script: string) {
  await desk.command('Grace', `/ticket war-room drill ${script}`);
  await desk.settled();
  room = ((await incident()).room.channel ?? '').replace('slack:', '');
}
const byDesk = () =>
  desk.messages().filter((each) => each.user === desk.practice.bot.userId && each.ephemeralTo === undefined);
const shown = () => JSON.stringify(desk.messages().filter((each) => each.ephemeralTo === undefined));
const lines = () =>
  byDesk()
    .filter((each) => each.channel === room)
    .map((each) => words(each).replaceAll(' (Europe/Berlin)', ''));
const offerTo = (person: PersonName, role: string) => {
  const { channel } = desk.practice.control.direct({ as: idOf(person) });
  return byDesk().find((each) => each.channel === channel && words(each).includes(`Will you be ${role}?`));
};
async function accept(person: PersonName, role: string) {
  const offer = await eventually(() => offerTo(person, role), `${person} is asked to be ${role}`);
  await desk.press(person, offer, 'Accept');
  await desk.settled();
}
async function send(label: string) {
  const draft = await eventually(
    () => byDesk().findLast((each) => each.channel === room && buttonsOf(each).includes(label)),
    `a draft with “${label}”`,
  );
  await desk.press('Grace', draft, label);
  await desk.settled();
}

test('a game day is played to its scorecard: everything breaks as planned, and nothing outside is touched', async () => {
  await begin('full');
  expect((await incident()).room.name).toMatch(/^drill-inc-1/);
  await accept('Grace', 'commander');
  await pass(2);
  await inRoom('Grace', 'impact Checkout fails for three practice customers');

  // The first liaison never hears of it; chat fails from 4 to 7.
  await pass(2);
  const before = shown();
  await pass(2);
  expect(offerTo('Sofie', 'customer liaison')).toBeUndefined();
  await inRoom('Grace', 'note We look at the load balancer');
  expect(shown()).toBe(before);
  await pass(1);
  expect(lines().some((line) => line.includes('Chat failed from 11:04 to 11:07'))).toBe(true);
  const steps = (await log()).flatMap(({ type, at }) =>
    type === 'room_step_done' ? [at.slice(11, 16)] : [],
  );
  expect(steps.filter((at) => at >= '10:04' && at < '10:07')).toEqual([]);
  await accept('Ana', 'customer liaison');

  // A customer asks at 9; what comes next is not told.
  expect(lines().join()).not.toContain('asks:');
  await pass(2);
  expect(lines().filter((line) => line.includes('🎭 Practice customer A asks:'))).toHaveLength(1);
  expect(lines().join()).not.toMatch(/play|away|desk_away|script/);
  await send('Send');
  expect(lines().join()).toContain('Update 2 reached 3 of 3 customers');

  // The desk plays dead from 12 to 17, and says so in one line.
  await pass(3);
  await inRoom('Grace', 'status identified A certificate had expired');
  const dead = shown();
  await pass(4);
  expect(shown()).toBe(dead);
  const count = byDesk().filter((each) => each.channel === room).length;
  await pass(1);
  const since = byDesk().filter((each) => each.channel === room);
  expect(since.slice(count).filter((each) => /INC-1\/(away|due|call)/.test(keyOf(each) ?? ''))).toHaveLength(
    1,
  );
  expect(lines().filter((line) => line.includes('I was away from 11:12 to 11:17'))).toHaveLength(1);

  // Who changes something now is not made to wait for the draft.
  await inRoom('Grace', 'status monitoring The certificate is renewed');
  await send('Approve & send');
  await inRoom('Grace', 'resolve');
  await desk.submit('Grace', {
    'What was it, and what solved it?': 'A certificate had expired and is renewed',
    'Was data lost?': 'No',
  });
  await desk.settled();
  await send('Approve & send');
  await pass(1);
  const score = lines().filter((line) => line.includes('goals reached'));
  expect(score).toHaveLength(1);
  for (const part of [
    'Reached: Somebody led (under a minute; goal 5 min)',
    'Reached: Customers heard for the first time (9 min; goal 15 min)',
    'Reached: Another liaison took over from the silent one (7 min; goal 15 min)',
    'Reached: Work went on after chat failed',
    'Reached: The customer who asked was told something (under a minute; goal 15 min)',
    'Reached: Work went on after the desk was away',
    'No customer was told anything',
  ]) {
    expect(score[0]).toContain(part);
  }

  // Everything that was said is marked, in the room or to somebody who takes part; nothing stands anywhere else.
  const told = byDesk().filter((each) => keyOf(each) !== undefined);
  expect(told.filter((each) => !/DRILL|drill/i.test(JSON.stringify(each)))).toEqual([]);
  expect(told.filter((each) => each.channel !== room && !each.channel.startsWith('D'))).toEqual([]);
  expect(
    desk.messages().filter((each) => each.channel === channelId('support') && !each.ephemeralTo),
  ).toEqual([]);
  expect(await desk.store.tickets({})).toEqual([]);
  await inRoom('Grace', 'numbers');
  expect(words(await desk.toldPrivately('Grace', 'Incidents in numbers'))).not.toMatch(/[1-9]\d* declared/);
});

test('in a drill that ends early nothing goes wrong any more, and the scorecard comes at once', async () => {
  await begin('chat');
  await accept('Grace', 'commander');
  await pass(3);
  await inRoom('Grace', 'cancel Enough for today');
  expect(lines().filter((line) => line.includes('goals reached'))).toHaveLength(1);
  await pass(10);
  expect((await log()).filter(({ type }) => type.startsWith('drill_step'))).toHaveLength(1);
});

test('one drill runs at a time, and only the team can begin one', async () => {
  await begin('calm');
  await desk.command('Ana', '/ticket war-room drill', 'support-triage');
  await desk.toldPrivately('Ana', 'Drill INC-1 is under way');
  await desk.command('Dana', '/ticket war-room drill');
  await desk.toldPrivately('Dana', 'Only the support team can');
});
