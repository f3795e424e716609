import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk, restarted } from '../support/practice-desk.ts';
import { channelId, idOf, type PersonName } from '../support/practice-names.ts';
import { type Shape, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ filled: 'nothing' });
});
afterEach(() => desk.close());

const quicker = (practice: string) =>
  `${practice}\nsla:\n  - { first_response: 45m, next_response: 45m, total_resolution: 5h }\n`;

async function twoSorted(): Promise<readonly string[]> {
  const said = [
    desk.say('Dana', 'Where do I change the sender of order mails?'),
    desk.say('Mei', 'Can I have an invoice for last month, please?'),
  ];
  const ids = await Promise.all(said.map((each) => desk.ticketOf(each)));
  for (const id of ids) await desk.until(id, ({ policies }) => policies?.length === 1, 'promised something');
  await desk.settled();
  return ids;
}

async function homeOf(person: PersonName, holds: (text: string) => boolean): Promise<Shape> {
  return eventually(async () => {
    desk.openHome(person);
    await desk.settled();
    const home = desk.practice.state().homes[idOf(person)] as Shape | undefined;
    return home && holds(words(home)) ? home : undefined;
  }, `the home of ${person}`);
}

test('a manager sees what other settings would change, applies them, and the team is told', async () => {
  const ids = await twoSorted();
  expect(words(await homeOf('Grace', (text) => text.includes('Promises')))).toContain(
    'Every open ticket runs on it.',
  );
  const old = await Promise.all(ids.map(desk.ticket));

  desk = await restarted(desk, quicker);
  await desk.settled();
  expect((await Promise.all(ids.map(desk.ticket))).map(({ policies }) => policies)).toEqual(
    old.map(({ policies }) => policies),
  );
  await homeOf('Grace', (text) => text.includes('2 open tickets still run on older ones'));
  await desk.pressHome('Grace', 'See what would change');
  const form = words((await desk.formOf('Grace')).view as Shape);
  for (const id of ids) expect(form).toMatch(new RegExp(`${id} first answer · .+ → .+ · sooner`));
  expect(form).toContain('There is no undo');

  await desk.submit('Grace', {});
  for (const id of ids) {
    await desk.until(id, ({ policies }) => policies?.at(-1)?.edition === 2, 'on the new edition');
  }
  const told = await eventually(
    () =>
      desk
        .messages()
        .filter(({ channel }) => channel === channelId('support-triage'))
        .map(words)
        .find((text) => text.includes('edition 2 of the promises')),
    'the team is told',
  );
  expect(told).toContain('2 open tickets');
  await homeOf('Grace', (text) => text.includes('Every open ticket runs on it.'));
});

test('an agent who does not lead sees nothing of it', async () => {
  await twoSorted();
  desk = await restarted(desk, quicker);
  const home = await homeOf('Ana', (text) => text.includes('My queue'));
  expect(words(home)).not.toContain('Promises');
});
