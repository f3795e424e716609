import { afterEach, beforeEach, expect, test } from 'vitest';
import { hour } from '../../src/domain/time.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import type { PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const isDue = (label: string) => /^(⏱|⏸)/.test(label);

async function aTicket() {
  const said = desk.say('Tomasz', 'Refund for order 4711 does not arrive at the customer');
  const id = await desk.ticketOf(said);
  return { said, id, card: await desk.cardOf(id, (_, card) => buttonsOf(card).some(isDue)) };
}

/** Presses the due time on the card as it stands, and reads the form that opens. */
async function pressDue(person: PersonName, id: string): Promise<string> {
  const card = await desk.cardOf(id, (_, shown) => buttonsOf(shown).some(isDue));
  await desk.press(person, card, buttonsOf(card).find(isDue)!);
  const { view } = await desk.formOf(person);
  await desk.closeForm(person);
  return words(view as Parameters<typeof words>[0]);
}

test('the due time on a card opens the days that made it, and after a pause they show when and why', async () => {
  const { id, card } = await aTicket();
  expect(buttonsOf(card).find(isDue)).toMatch(/^⏱ First answer by (\d+ \w+ )?\d\d:\d\d$/);
  const first = await pressDue('Ana', id);
  expect(first).toMatch(/⏱ First answer by \w+ \d+ \w+ \d\d:\d\d · .* left/);
  expect(first).toMatch(/Policy .*, edition 1 since .* · ticket: .* · times in [\s\S]*First answer within/);
  expect(first).toContain('running');

  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', {
    'Public reply': 'Which bank was it?',
    'After sending': 'Wait for the requester',
  });
  await desk.until(
    id,
    ({ status, replies }) => status === 'pending' && replies[0]?.delivered[0] !== undefined,
    'asked',
  );
  await desk.cardOf(id, (_, shown) =>
    buttonsOf(shown).some((label) => label.includes('paused: waiting for requester')),
  );
  desk.pass(2 * hour);
  const paused = await pressDue('Ana', id);
  expect(paused).toMatch(/⏸ Solution( in all)? paused: waiting for requester · .* left when it goes on/);
  expect(paused).toMatch(/paused, waiting for requester/);
  expect(paused).toMatch(/Over[\s\S]*First answer by .* · met /);
});

test('/ticket due shows it too; its requester reads when they hear from us, and nobody else anything', async () => {
  const { id } = await aTicket();
  await desk.command('Ana', `/ticket due ${id}`);
  expect(words((await desk.formOf('Ana')).view as Parameters<typeof words>[0])).toContain(
    '⏱ First answer by',
  );
  await desk.command('Tomasz', `/ticket due ${id}`);
  const theirs = words((await desk.formOf('Tomasz')).view as Parameters<typeof words>[0]);
  expect(theirs).toContain('You will have an answer from us by');
  expect(theirs).not.toContain('policy');
  await desk.command('Marcus', `/ticket due ${id}`);
  await desk.toldPrivately('Marcus', `There is no ticket ${id} that you can see.`);
});

test('a request that begins with the word is no question for a due time', async () => {
  await desk.command('Tomasz', '/ticket due to the new release every export fails');
  await desk.toldPrivately('Tomasz', 'Thank you, your ticket is');
});
