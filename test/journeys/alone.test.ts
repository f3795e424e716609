import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, hour, minute } from '../../src/domain/time.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import type { Said } from '../support/practice-names.ts';
import { buttonsOf, type Shape, words } from '../support/shown.ts';

const automation =
  'automation: { draft: true, auto_send: earned, auto_send_after: 3, auto_send_delay: 2m, confidence: 0.4 }';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({ settings: (text) => text.replace(/^automation: .*$/m, automation) });
});
afterEach(() => desk.close());

/** The same question in each person's own words: copies would be put together. */
const questions = {
  Mei: 'I exported my orders and all the umlauts look broken in Excel. What am I doing wrong?',
  Dana: 'Why do umlauts look broken when I open the exported orders in Excel?',
  Tomasz: 'Exported orders show broken umlauts in Excel, how can I open the file correctly?',
  Marcus: 'How do I open an export of orders in Excel so that the umlauts are not broken?',
  Inés: 'Broken umlauts in Excel after the export of my orders. What should I do?',
} as const;
type Asker = keyof typeof questions;
const people = Object.keys(questions) as Asker[];

async function ask(person: Asker): Promise<{ readonly said: Said; readonly id: string }> {
  const said = desk.say(person, questions[person]);
  return { said, id: await desk.ticketOf(said) };
}

/** A person sends the draft as it is, and the requester says that it works. */
async function sentUnchanged(person: Asker): Promise<string> {
  const { said, id } = await ask(person);
  const card = await desk.cardOf(id, (_, shown) =>
    buttonsOf({ blocks: shown.blocks ?? [] }).includes('Approve & send'),
  );
  await desk.press('Ana', card, 'Approve & send');
  const reply = await answerIn(said, 'Yes, it works');
  await desk.press(person, reply, 'Yes, it works');
  await desk.until(id, ({ status }) => status === 'solved', 'the requester confirmed it');
  return id;
}

/** The answer in the requester's thread, with this button. */
function answerIn(said: Said, button: string) {
  return eventually(
    () => desk.threadOf(said).find(({ blocks = [] }) => buttonsOf({ blocks }).includes(button)),
    `an answer with “${button}”`,
  );
}

function news(part: string) {
  return eventually(
    () => desk.messages().find((each) => !each.deleted && words(each).includes(part)),
    `the team reads “${part}”`,
  );
}

/** The topic has earned it and Grace, the manager, has turned it on. */
async function earned(): Promise<void> {
  for (const person of people.slice(0, 3)) await sentUnchanged(person);
  desk.pass(hour);
  const offer = await news('has earned an answer without a person');
  await desk.press('Grace', offer, 'Dry run');
  const form = (await desk.formOf('Grace')).view as Shape;
  expect(words(form)).toContain('would have sent 3 drafts by itself');
  await desk.submit('Grace', {});
  await news('is now answered by the desk alone');
}

test('three drafts sent unchanged earn an offer; a manager sees the dry run and turns it on; the desk answers', async () => {
  await earned();
  const { said, id } = await ask('Marcus');
  const card = await desk.cardOf(id, (text) => text.includes('Leaves by itself at'));
  expect(buttonsOf({ blocks: card.blocks ?? [] })).toContain('Stop it');
  expect((await desk.ticket(id)).replies).toEqual([]);
  desk.pass(2 * minute);
  const { replies } = await desk.until(
    id,
    (now) => now.replies[0]?.delivered.length === 1,
    'it left by itself',
  );
  expect(replies).toMatchObject([{ by: 'desk', edited: false, rule: expect.stringContaining(': ') }]);
  expect(desk.threadOf(said).map(words).join('\n')).toContain('Answered automatically from our help pages');
});

test('what is stopped on the card waits for a person', async () => {
  await earned();
  const { id } = await ask('Marcus');
  const card = await desk.cardOf(id, (text) => text.includes('Leaves by itself at'));
  await desk.press('Omar', card, 'Stop it');
  await desk.until(id, ({ planned }) => planned === undefined, 'it stays');
  desk.pass(hour);
  await desk.settled();
  expect((await desk.ticket(id)).replies).toEqual([]);
});

test('an agent cannot turn it on, and nothing leaves before a manager did', async () => {
  for (const person of people.slice(0, 3)) await sentUnchanged(person);
  desk.pass(hour);
  const offer = await news('has earned an answer without a person');
  await desk.press('Ana', offer, 'Dry run');
  await desk.toldPrivately('Ana', 'Only a manager can decide');
  const { id } = await ask('Marcus');
  await desk.cardOf(id);
  desk.pass(hour);
  await desk.settled();
  expect((await desk.ticket(id)).replies).toEqual([]);
});

test('two requesters who come back turn it off, and the team reads why', async () => {
  await earned();
  for (const person of ['Marcus', 'Inés'] as const) {
    const { said, id } = await ask(person);
    await desk.until(id, ({ planned }) => planned !== undefined, 'it will leave');
    desk.pass(2 * minute);
    const reply = await answerIn(said, 'Still broken');
    await desk.press(person, reply, 'Still broken');
    await desk.until(id, ({ disputes }) => disputes?.length === 1, 'it did not help');
  }
  desk.pass(hour);
  const off = await news('is answered by people again');
  expect(words(off)).toContain('the requester came back after 2 of the last 2');
  desk.pass(day);
});
