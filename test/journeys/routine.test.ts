import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, hour } from '../../src/domain/time.ts';
import { eventually } from '../support/eventually.ts';
import { passToHour } from '../support/pass-to.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';
import { askedAfterSilence, closedAfterSilence, readBy } from '../support/waiting-desk.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
});
afterEach(() => desk.close());

test('who is waited for is asked once, then the ticket closes, and the question loses its buttons', async () => {
  const { said, id, question } = await closedAfterSilence(desk);
  await desk.settled();
  expect(readBy(desk, said, 'We are still here for you')).toHaveLength(1);
  expect(readBy(desk, said, 'we are closing')).toHaveLength(1);
  const standing = desk.messages().find(({ ts }) => ts === question.ts)!;
  expect(buttonsOf(question)).toEqual(['Yes, still need help', 'It is solved']);
  expect(buttonsOf(standing)).toEqual([]);
  expect((await desk.ticket(id)).closed?.reason).toBe('quiet');
});

test('“Yes, still need help” brings the ticket back and calls Ana to it', async () => {
  const { id, question, card } = await askedAfterSilence(desk);
  await desk.press('Dana', question, 'Yes, still need help');
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  const told = await eventually(
    () => desk.threadOf(card).find((message) => words(message).includes('still needs help')),
    'Ana is called',
  );
  expect(JSON.stringify(told.blocks)).toContain(idOf('Ana'));
  desk.pass(3 * day);
  await desk.settled();
  expect((await desk.ticket(id)).status).toBe('open');
});

test('“It is solved” ends it, and nobody else can say so', async () => {
  const { id, question } = await askedAfterSilence(desk);
  await desk.press('Mei', question, 'It is solved');
  await desk.toldPrivately('Mei', 'Only the person who asked');
  await desk.press('Dana', question, 'It is solved');
  const { solution } = await desk.until(id, ({ status }) => status === 'solved', 'solved');
  expect(solution?.confirmed).toBe(true);
});

test('an escalation that nobody touched stands on one list for the manager and for Ana, the next working morning', async () => {
  passToHour(desk, 10);
  while (![1, 2].includes(new Date(desk.running.desk.clock.now()).getUTCDay())) desk.pass(day);
  await desk.settled();
  const id = await desk.ticketOf(desk.say('Dana', 'The export has been empty since Monday'));
  const card = await desk.cardOf(id);
  await desk.pick('Ana', card, 'More…', 'Escalate…');
  await desk.submit('Ana', { 'What do you need, from whom?': 'A decision about the data' });
  await desk.until(id, ({ escalation }) => escalation !== undefined, 'escalated');
  const lists = (person: PersonName) =>
    desk
      .messages()
      .filter((message) => isDirectWith(person, message) && words(message).includes('untouched for'));
  // 09:00 in Berlin is 07:00 or 08:00 in UTC; a day after the escalation comes only the second of them.
  desk.pass(22 * hour);
  await desk.settled();
  expect(lists('Grace')).toEqual([]);
  desk.pass(day);
  for (const person of ['Grace', 'Ana'] as const) {
    const list = await eventually(() => lists(person)[0], `${person} has a list`);
    expect(words(list)).toMatch(new RegExp(`${id} .*escalated, untouched for 4\\d h`));
  }
  await desk.settled();
  expect([lists('Grace'), lists('Ana'), lists('Omar')].map(({ length }) => length)).toEqual([1, 1, 0]);
});

function isDirectWith(person: PersonName, { channel }: { readonly channel: string }): boolean {
  return desk.practice.control.direct({ as: idOf(person) }).channel === channel;
}
