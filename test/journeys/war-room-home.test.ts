import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, type PersonName } from '../support/practice-names.ts';
import { type Shape, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

async function homeOf(person: PersonName): Promise<string> {
  desk.openHome(person);
  await desk.settled();
  return words((desk.practice.state().homes[idOf(person)] ?? { text: '' }) as Shape);
}

async function declared(text: string, restricted = ''): Promise<void> {
  const before = (await desk.store.incidents({})).length;
  const id = await desk.ticketOf(desk.say('Dana', text));
  await desk.cardOf(id);
  await desk.settled();
  await desk.command('Grace', `/ticket war-room ${id} ${restricted}`, 'support-triage');
  await eventually(
    async () => (await desk.store.incidents({})).length > before || undefined,
    'the incident is declared',
  );
  await desk.settled();
}

test('an incident under way stands on the homes of the team, above their tickets', async () => {
  expect(await homeOf('Omar')).not.toContain('War rooms');
  await declared('Checkout is down for all our shops, nobody can pay.');
  const home = await homeOf('Omar');
  expect(home).toContain('1 incident under way');
  expect(home).toContain('INC-1 Checkout is down for all our shops, nobody can pay.');
  expect(home).toContain('next update');
  expect(home.indexOf('INC-1')).toBeLessThan(home.indexOf('My queue'));
  expect(await homeOf('Dana')).not.toContain('INC-1');
});

test('a restricted incident stands on the homes of those who have a part in it, and of managers', async () => {
  await declared('Checkout is down for all our shops, nobody can pay.', 'restricted');
  expect(await homeOf('Grace')).toContain('INC-1');
  expect(await homeOf('Ana')).not.toContain('INC-1');
});
