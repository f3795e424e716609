import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import type { PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const minute = 60 * 1000;

async function aTicket(person: PersonName, text: string) {
  const said = desk.say(person, text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  // What is said later is not part of the same burst.
  desk.pass(2 * minute);
  return { said, id, card };
}

async function twoAlike(second: PersonName = 'Dana') {
  const one = await aTicket('Dana', 'Webhooks arrive twice for every order since this morning');
  const other = await aTicket(second, 'Every order sends its webhook twice since this morning');
  await desk.cardOf(other.id, (_, card) => buttonsOf(card).includes(`Link ${one.id}`));
  return { one, other };
}

test('merged tickets are answered together, each in its own thread', async () => {
  const { one, other } = await twoAlike();
  await desk.press('Ana', other.card, `Merge into ${one.id}`);
  await desk.until(one.id, ({ absorbed }) => absorbed.length === 1, 'merged');
  await desk.cardOf(other.id, (text) => text.includes(`Merged into ${one.id} by`));
  await desk.cardOf(one.id, (text) => text.includes(`with ${other.id}`));
  expect((await desk.ticket(one.id)).messages).toHaveLength(2);
  await desk.press('Ana', one.card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'Fixed in both places.' });
  for (const said of [one.said, other.said]) {
    await eventually(
      () => desk.threadOf(said).find((message) => words(message).includes('Fixed in both places.')),
      'both threads are answered',
    );
  }
});

test('what is said in a merged thread joins the ticket it was merged into', async () => {
  const { one, other } = await twoAlike();
  await desk.press('Ana', other.card, `Merge into ${one.id}`);
  await desk.until(one.id, ({ absorbed }) => absorbed.length === 1, 'merged');
  desk.say('Dana', 'And a third time now', { thread: other.said });
  const { messages } = await desk.until(one.id, (ticket) => ticket.messages.length === 3, 'it joins');
  expect(messages.at(-1)).toMatchObject({ text: 'And a third time now', origin: other.id });
});

test('taking a merge back leaves two tickets as they were', async () => {
  const { one, other } = await twoAlike();
  const before = { one: await desk.ticket(one.id), other: await desk.ticket(other.id) };
  await desk.press('Ana', other.card, `Merge into ${one.id}`);
  await desk.until(one.id, ({ absorbed }) => absorbed.length === 1, 'merged');
  await desk.press('Ana', other.card, 'Take the merge back');
  const after = await desk.until(one.id, ({ absorbed }) => absorbed.length === 0, 'apart again');
  await desk.settled();
  expect(after.messages).toEqual(before.one.messages);
  const { status, messages, merged } = await desk.ticket(other.id);
  expect({ status, messages, merged }).toEqual({
    status: before.other.status,
    messages: before.other.messages,
    merged: undefined,
  });
  await desk.cardOf(other.id, (_, card) => buttonsOf(card).includes('Claim'));
});

test('tickets of different customers can be linked, and merging them is not offered', async () => {
  const { one, other } = await twoAlike('Marcus');
  const card = await desk.cardOf(other.id);
  expect(buttonsOf(card)).not.toContain(`Merge into ${one.id}`);
  await desk.press('Ana', other.card, `Link ${one.id}`);
  await desk.until(one.id, ({ links }) => links.some(({ ticket }) => ticket === other.id), 'both know');
  await desk.cardOf(other.id, (text) => text.includes(`same as ${one.id}`));
  await desk.cardOf(one.id, (text) => text.includes(`same as ${other.id}`));
});

test('the merge form says at its field why two tickets cannot be merged, and takes a bare number', async () => {
  const { one, other } = await twoAlike('Marcus');
  await desk.pick('Ana', other.card, 'More…', 'Merge or link…');
  const number = one.id.slice(2);
  expect(await desk.submit('Ana', { 'Other ticket': number })).toEqual({
    'Other ticket': 'These tickets belong to different customers, so they can be linked but not merged.',
  });
  await desk.submit('Ana', { 'Other ticket': number, How: 'Only link them' });
  await desk.until(other.id, ({ links }) => links.some(({ ticket }) => ticket === one.id), 'linked');
});

test('the merge form names what changes before it merges a graver ticket', async () => {
  const { one, other } = await twoAlike();
  await desk.pick('Ana', one.card, 'Change severity', 'Severity: ⚪ P4 low');
  await desk.pick('Ana', other.card, 'Change severity', 'Severity: 🔴 P1 critical');
  await desk.press('Ana', other.card, 'Claim');
  await desk.until(other.id, ({ assignee }) => assignee !== undefined, 'claimed');
  await desk.until(one.id, ({ triage }) => triage?.severity === 'P4', 'corrected');
  await desk.pick('Ana', other.card, 'More…', 'Merge or link…');
  expect(await desk.submit('Ana', { 'Other ticket': one.id })).toEqual({
    'Other ticket': expect.stringMatching(
      new RegExp(`^${one.id} becomes P1, .+ due .+, and goes to Ana Ruiz\\. Continue again to merge\\.$`),
    ),
  });
  await desk.submit('Ana', { 'Other ticket': one.id });
  const merged = await desk.until(one.id, ({ absorbed }) => absorbed.length === 1, 'merged');
  expect(merged).toMatchObject({ triage: { severity: 'P1' }, assignee: { person: expect.any(String) } });
});

test('the button that merges says afterwards what it changed', async () => {
  const { one, other } = await twoAlike();
  await desk.press('Ana', other.card, 'Claim');
  await desk.until(other.id, ({ assignee }) => assignee !== undefined, 'claimed');
  await desk.press('Ana', other.card, `Merge into ${one.id}`);
  await desk.toldPrivately('Ana', `${one.id} goes to Ana Ruiz.`);
});

test('the merge form refuses numbers that are nothing', async () => {
  const { id, card } = await aTicket('Dana', 'The stock page stays empty');
  await desk.pick('Ana', card, 'More…', 'Merge or link…');
  expect(await desk.submit('Ana', { 'Other ticket': 'T-99999' })).toEqual({
    'Other ticket': 'There is no ticket with that number. Write it like T-12.',
  });
  expect(await desk.submit('Ana', { 'Other ticket': id })).toEqual({
    'Other ticket': 'That is the same ticket.',
  });
});

test('messages split off become a ticket of their own with its own card', async () => {
  const { said, id, card } = await aTicket('Dana', 'The stock page stays empty');
  desk.say('Dana', 'Also, how do I add a second tax rate for Portugal?', { thread: said });
  await desk.until(id, ({ messages }) => messages.length === 2, 'both are there');
  await desk.pick('Ana', card, 'More…', 'Split off messages…');
  await desk.submit('Ana', { 'Starting with': 'Also, how do I add a second tax rate for Portugal?' });
  const next = await eventually(
    async () => (await desk.opened()).find((other) => other !== id),
    'a new ticket',
  );
  const split = await desk.until(next, ({ triage }) => triage !== undefined, 'judged');
  expect(split).toMatchObject({
    door: 'split',
    subject: 'Also, how do I add a second tax rate for Portugal?',
    requester: 'slack:U01DANA',
    links: [{ ticket: id, kind: 'split' }],
  });
  expect((await desk.ticket(id)).messages.map(({ text }) => text)).toEqual(['The stock page stays empty']);
  await desk.cardOf(next);
  await desk.cardOf(id, (text) => text.includes(`split with ${next}`));
});
