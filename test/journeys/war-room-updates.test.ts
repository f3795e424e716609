import { afterEach, beforeEach, expect, test } from 'vitest';
import { minute } from '../../src/domain/time.ts';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
let threads: readonly ReturnType<PracticeDesk['say']>[];
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
  const dana = desk.say('Dana', 'Checkout fails with error 502 for all our users since 10:00');
  const id = await desk.ticketOf(dana);
  const marcus = desk.say('Marcus', 'Nobody of ours can pay, the payment page is down since this morning');
  const other = await desk.ticketOf(marcus);
  threads = [dana, marcus];
  await desk.press('Ana', await desk.cardOf(id), 'Open war room');
  await desk.settled();
  for (const [person, role] of [
    ['Grace', 'commander'],
    ['Sofie', 'customer liaison'],
  ] as const) {
    const offer = await eventually(() => direct(person, `Will you be ${role}?`)[0], `${person} is asked`);
    await desk.press(person, offer, 'Accept');
  }
  await inRoom(`/ticket war-room attach ${other}`, 'Ana');
  await eventually(async () => (await incident()).tickets.length === 2, 'both are part of it');
  await desk.settled();
});
afterEach(() => desk.close());

const incident = async () => (await loadIncident(desk.running.desk, 'INC-1'))!;
const room = async () => ((await incident()).room.channel ?? '').replace('slack:', '');
const inRoom = async (text: string, person: PersonName) =>
  desk.practice.control.command({ as: idOf(person), channel: await room(), text });

const direct = (person: PersonName, part: string) => {
  const { channel } = desk.practice.control.direct({ as: idOf(person) });
  return desk.messages().filter((message) => message.channel === channel && words(message).includes(part));
};

/** The card of an update in the room, with this on it. */
const approval = (update: string, part: string) =>
  eventually(
    () =>
      desk
        .messages()
        .find((each) => keyOf(each)?.startsWith(`INC-1/approval:${update}`) && words(each).includes(part)),
    `${update} with “${part}”`,
  );

/** What each customer reads in their own thread, beginning with the words of an update. */
const told = () =>
  threads.map((said) =>
    desk
      .threadOf(said)
      .map((message) => words(message))
      .filter((text) => text.includes('Status: ')),
  );

async function pass(minutes: number) {
  for (let left = minutes; left > 0; left -= 1) {
    desk.pass(minute);
    await desk.settled();
  }
}

test('both customers are told once, each in their own thread and zone; what changes is approved by the commander', async () => {
  await pass(2);
  const first = await approval('u1', 'We know of the disruption');
  expect(buttonsOf(first)).toContain('Send');
  await desk.press('Sofie', first, 'Send');
  await approval('u1', 'Delivered 2/2');
  const [dana, marcus] = told();
  expect([dana!.length, marcus!.length]).toEqual([1, 1]);
  const zones = [dana![0]!, marcus![0]!].map((text) => /\(([A-Z]\w+\/\w+)\)/.exec(text)?.[1]);
  expect(new Set(zones).size).toBe(2);
  expect(dana![0]).not.toContain('T-2');

  await inRoom(
    '/ticket war-room status identified A faulty gateway was found and is being replaced.',
    'Grace',
  );
  const second = await approval('u2', 'A faulty gateway was found');
  await desk.press('Sofie', second, 'Approve & send');
  await desk.toldPrivately('Sofie', 'Your part in this incident does not include that');
  await desk.press('Grace', second, 'Approve & send');
  await approval('u2', 'Delivered 2/2');
  expect(told().map((texts) => texts.length)).toEqual([2, 2]);
  expect((await incident()).cadence?.because).toBe('cadence');
});

test('words that must not go out keep the form open; a correction is a new message', async () => {
  await inRoom('/ticket war-room update', 'Sofie');
  expect(await desk.submit('Sofie', { 'Status and progress': 'We restarted db-prod-07.' })).toEqual({
    'Status and progress': '“db-prod-07”: Only the team knows this. Say it in the requester’s words.',
  });
  expect(await desk.submit('Sofie', { 'Status and progress': 'Half of the payments fail.' })).toEqual({});
  const card = await approval('u1', 'Half of the payments fail.');
  await desk.press('Grace', card, 'Approve & send');
  const sent = await approval('u1', 'Delivered 2/2');
  await desk.press('Sofie', sent, 'Correct');
  await desk.submit('Sofie', { 'What is right': 'All payments fail.' });
  await desk.press('Grace', await approval('u2', 'Correction to our message of'), 'Approve & send');
  await approval('u2', 'Delivered 2/2');
  expect(told().map((texts) => texts.length)).toEqual([2, 2]);
  expect(told()[0]![0]).toContain('Half of the payments fail.');
});
