import { afterEach, beforeEach, expect, test } from 'vitest';
import { hour, minute } from '../../src/domain/time.ts';
import type { PracticeMessage } from '../../src/practice/control.ts';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk, restarted } from '../support/practice-desk.ts';
import { idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
let room: string;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
  const said = desk.say('Dana', 'Checkout fails with error 502 for all our users since 10:00');
  await desk.press('Ana', await desk.cardOf(await desk.ticketOf(said)), 'Open war room');
  await desk.settled();
  for (const [person, role] of [
    ['Grace', 'commander'],
    ['Sofie', 'customer liaison'],
  ] as const) {
    const offer = await eventually(() => direct(person, `Will you be ${role}?`)[0], `${person} is asked`);
    await desk.press(person, offer, 'Accept');
  }
  await desk.settled();
  room = ((await incident()).room.channel ?? '').replace('slack:', '');
});
afterEach(() => desk.close());

const incident = async () => (await loadIncident(desk.running.desk, 'INC-1'))!;

/** Lets so many minutes pass, one by one. */
/** Time goes by in pieces of so many minutes: single ones where every moment matters. */
async function pass(minutes: number, piece = 1) {
  for (let left = minutes; left > 0; left -= piece) {
    desk.pass(Math.min(piece, left) * minute);
    await desk.settled();
  }
}

const direct = (person: PersonName, part: string) => {
  const { channel } = desk.practice.control.direct({ as: idOf(person) });
  return desk.messages().filter((message) => message.channel === channel && words(message).includes(part));
};
/** What the ladder has said in the room, by the keys of its messages. */
const ladderLines = (): readonly PracticeMessage[] =>
  desk.messages().filter((each) => each.channel === room && /INC-1\/(due|call|away)/.test(keyOf(each) ?? ''));
const due = (generation = 0) =>
  ladderLines().find((each) => keyOf(each)?.startsWith(`INC-1/due:${generation}/`));
const mentions = (message: PracticeMessage | undefined, person: PersonName) =>
  JSON.stringify(message?.blocks).includes(`"user_id":"${idOf(person)}"`);
const inRoom = (text: string, person: PersonName) =>
  desk.practice.control.command({ as: idOf(person), channel: room, text });

test('an update that nobody sends is due, late, offered to others and missed, and the right people are called', async () => {
  await pass(14);
  expect(ladderLines()).toEqual([]);
  await pass(1);
  expect(words(due()!)).toContain('The first customer update is due now.');
  expect(buttonsOf(due()!)).toEqual(['Draft', 'Nothing new']);
  expect([mentions(due(), 'Sofie'), mentions(due(), 'Grace')]).toEqual([true, false]);

  await pass(5);
  expect(ladderLines()).toHaveLength(2);
  const late = ladderLines().find((each) => keyOf(each) === 'INC-1/call:0:late');
  expect([mentions(late, 'Sofie'), mentions(late, 'Grace')]).toEqual([true, true]);
  expect(words(due()!)).toContain('is late: it was due at');

  await pass(5);
  const offered = ladderLines().find((each) => keyOf(each) === 'INC-1/call:0:takeover');
  expect(mentions(offered, 'Ana')).toBe(true);
  expect(buttonsOf(direct('Ana', 'Can you take over as customer liaison?')[0]!)).toContain(
    'Take over as liaison',
  );

  await pass(10);
  expect(words(due()!)).toContain('Still no first customer update');
  expect(direct('Grace', 'No customer update since it was due')).toHaveLength(1);
  const announced = desk
    .messages()
    .filter((each) => keyOf(each) === 'INC-1/call:0:missed:out' && each.channel === 'C03INCIDENTS');
  expect(announced.map(words)).toEqual([
    expect.stringContaining('customers have waited for an update since'),
  ]);

  await pass(35);
  expect(ladderLines()).toHaveLength(3);
  expect(direct('Sofie', 'No customer update since it was due')).toHaveLength(2);
  expect((await incident()).cadence?.rungs.map(({ rung }) => rung)).toEqual([
    'due',
    'late',
    'takeover',
    'missed',
    'still 1',
    'still 2',
  ]);
});

test('whoever is asked to take over can, though the liaison has not let go', async () => {
  await pass(25);
  await desk.press(
    'Ana',
    direct('Ana', 'Can you take over as customer liaison?')[0]!,
    'Take over as liaison',
  );
  await eventually(
    async () => (await incident()).roles.liaison.person === `slack:${idOf('Ana')}`,
    'Ana is liaison',
  );
});

test('the liaison puts the reminder off with a reason, and it comes again then', async () => {
  await pass(15);
  await desk.pick('Sofie', due()!, 'Snooze…', '10 minutes');
  expect(await desk.submit('Sofie', { Why: ' ' })).toEqual({ Why: 'Say why, so that the others know.' });
  await desk.submit('Sofie', { Why: 'The database team answers at once' });
  await desk.toldPrivately('Sofie', 'You are reminded again at');
  await desk.settled();
  expect(words(due()!)).toContain('Put off until');
  expect(buttonsOf(due()!)).toEqual([]);
  await pass(9);
  expect(due(1)).toBeUndefined();
  await pass(2);
  expect(words(due(1)!)).toContain('is due now');

  await inRoom('/ticket war-room snooze 5 one more call', 'Grace');
  await desk.toldPrivately('Grace', 'You are reminded again at');
  await pass(6);
  await inRoom('/ticket war-room snooze 5 and another', 'Sofie');
  await desk.toldPrivately('Sofie', 'put off twice already');
  await inRoom('/ticket war-room snooze 7 for a while', 'Sofie');
  await desk.toldPrivately('Sofie', 'Say for how long (5, 10 or 15 minutes)');
  await inRoom('/ticket war-room snooze 5 please', 'Omar');
  await desk.toldPrivately('Omar', 'Your part in this incident does not include that');
});

test('the team hears where things stand in the room and under the announcement, and the commander is asked once a period', async () => {
  await inRoom('/ticket war-room internal Half of all checkouts fail, Omar rolls 3.2 back', 'Omar');
  const told = () => desk.messages().filter((each) => words(each).includes('Half of all checkouts fail'));
  await eventually(() => told().length === 2, 'it is said twice');
  expect(
    told()
      .map(({ channel }) => channel)
      .sort(),
  ).toEqual(['C03INCIDENTS', room].sort());
  await pass(31, 5);
  expect(direct('Grace', 'The team last heard where things stand')).toHaveLength(1);
  await pass(25, 5);
  expect(direct('Grace', 'The team last heard where things stand')).toHaveLength(1);

  await desk.press('Grace', direct('Grace', 'The team last heard')[0]!, 'Tell the team');
  await desk.submit('Grace', { 'How it is now': 'Everything is back', 'What is needed': 'Nobody' });
  await eventually(
    () => desk.messages().some((each) => words(each).includes('Everything is back')),
    'it is said',
  );
  expect(desk.messages().some((each) => words(each).includes('Needed: Nobody'))).toBe(true);
});

test('three hours without the desk are one line in the room, and then five quiet minutes', async () => {
  const standing = new Set(desk.messages().map(({ ts }) => ts));
  const newInRoom = () => desk.messages().filter(({ channel, ts }) => channel === room && !standing.has(ts));
  await desk.running.stop();
  desk.pass(3 * hour);
  desk = await restarted(desk, undefined);
  await desk.settled();
  expect(newInRoom()).toHaveLength(1);
  expect(words(due()!)).toMatch(/I was away from .* to .*; 6 customer updates missed\./);
  expect([mentions(due(), 'Sofie'), mentions(due(), 'Grace')]).toEqual([true, true]);
  expect(direct('Grace', 'No customer update since it was due')).toHaveLength(1);
  await pass(4);
  expect(newInRoom()).toHaveLength(1);
  // Another start, without another absence.
  desk = await restarted(desk, undefined);
  await pass(3);
  expect(ladderLines()).toHaveLength(1);
  // What became of the update does not hide that the desk was away.
  await inRoom('/ticket war-room status identified A certificate had expired', 'Grace');
  await desk.settled();
  expect(words(due()!)).toMatch(/I was away from .* to .*\.\n.*What customers are told has changed/);
});

test('a short absence with nothing overdue is one line that says so', async () => {
  await desk.running.stop();
  desk.pass(5 * minute);
  desk = await restarted(desk, undefined);
  await desk.settled();
  expect(ladderLines().map(words)).toEqual([
    expect.stringMatching(/I was away from .*; nothing was missed\./),
  ]);
});

test('when Slack is down for half an hour, one message tells what is owed once it is back', async () => {
  desk.practice.control.faults({ add: [{ method: '*', status: 503, times: 100_000 }] });
  await pass(38);
  expect(ladderLines()).toEqual([]);
  desk.practice.control.faults({ clear: true });
  await pass(2);
  await eventually(() => due(), 'the room is told');
  await desk.settled();
  expect(ladderLines()).toHaveLength(1);
  expect(words(due()!)).toContain('Still no first customer update');
  expect(direct('Grace', 'No customer update since it was due')).toHaveLength(1);
});
