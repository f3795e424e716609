import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const text = 'Shipping labels print on two pages since the update';

test('an edited message keeps its earlier words, and the team is told', async () => {
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  desk.edit('Dana', said, `${text}, only in Firefox`);
  const { messages } = await desk.until(id, (ticket) => ticket.messages[0]?.edits.length === 1, 'edited');
  expect(messages[0]).toMatchObject({ text: `${text}, only in Firefox`, edits: [{ text }] });
  await eventually(
    () => desk.threadOf(card).find((message) => words(message).includes('changed a message. It now reads:')),
    'the team reads what changed',
  );
  const shown = await desk.cardOf(id, (now) => now.includes('only in Firefox'));
  expect(words(shown)).not.toContain('changed their message after it was answered');
});

test('an edit after an answer puts a warning on the card', async () => {
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'Use another browser.' });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  desk.edit('Dana', said, 'Nothing prints at all');
  await desk.cardOf(id, (now) => now.includes('The requester changed their message after it was answered'));
});

test('a deleted message leaves a tombstone without its words', async () => {
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  const second = desk.say('Dana', 'My password is hunter2, please look', { thread: said });
  await desk.until(id, ({ messages }) => messages.length === 2, 'both are there');
  desk.remove('Dana', second);
  const { messages } = await desk.until(id, (ticket) => ticket.messages[1]?.deleted !== undefined, 'gone');
  expect(messages[1]).toMatchObject({ text: '', edits: [], files: [] });
  await eventually(
    () => desk.threadOf(card).find((message) => words(message).includes('deleted a message.')),
    'the team is told',
  );
  await desk.pick('Ana', card, 'More…', 'Show everything');
  const form = await desk.formOf('Ana');
  const shown = words(form.view as Parameters<typeof words>[0]);
  expect(shown).toContain('Deleted by its author.');
  expect(shown).not.toContain('hunter2');
});

test('a request whose message is deleted is still answered or closed by people', async () => {
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.until(id, ({ notice }) => notice !== undefined, 'the quiet line is out');
  desk.remove('Dana', said);
  await desk.until(id, (ticket) => ticket.messages[0]?.deleted !== undefined, 'gone');
  await desk.pick('Ana', card, 'More…', 'Not a request');
  await desk.until(id, ({ status }) => status === 'closed', 'closed');
});

test('files are shown with name, size and link', async () => {
  const contentBase64 = Buffer.alloc(3000, 'x').toString('base64');
  const said = desk.say('Dana', text, {
    files: [{ name: 'label.png', mimetype: 'image/png', contentBase64 }],
  });
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (now) => now.includes('label.png'));
  expect(words(card)).toContain('📎 label.png (3 KB)');
  expect(JSON.stringify(card.blocks)).toMatch(/"type":"link","url":"http[^"]+label\.png"/);
  expect(await desk.opened()).toEqual([id]);
});

test('a file the desk cannot read is shown with the reason', async () => {
  await desk.close();
  desk = await openPracticeDesk({ written: [text] });
  const { ts } = desk.messages().find(({ user }) => user === idOf('Dana'))!;
  const files = [
    { id: 'F1', name: 'trace.har', size: 2048, file_access: 'check_file_info' },
    { id: 'F2', name: 'old.log', mode: 'hidden_by_limit' },
    { id: 'F3', name: 'secret.txt', file_access: 'access_denied', permalink: 'https://practice.test/F3' },
  ];
  const message = { type: 'message', subtype: 'file_share', channel: 'C01SUPPORT', channel_type: 'channel' };
  expect(await desk.deliver({ ...message, user: idOf('Dana'), text, ts, files })).toBe(200);
  const id = await desk.ticketOf({ channel: 'C01SUPPORT', ts });
  const shown = words(await desk.cardOf(id));
  expect(shown).toMatch(/trace\.har \(2 KB\) This file is shared from another workspace/);
  expect(shown).toMatch(/old\.log .*This file is hidden: the workspace has reached its storage limit/);
  expect(shown).toMatch(/secret\.txt .*The desk has no access to this file/);
});

test('“Thanks” makes no ticket, stands in the journal with the reason, and can be made one', async () => {
  const said = desk.say('Mei', 'Thanks so much, that worked!');
  desk.say('Tomasz', '👋');
  await desk.settled();
  expect(await desk.opened()).toEqual([]);
  expect(desk.threadOf(said)).toEqual([]);
  await desk.command('Ana', '/ticket journal', 'support-triage');
  const journal = await desk.toldPrivately('Ana', 'Intake journal');
  expect(words(journal)).toContain('“Thanks so much, that worked!” → no ticket: only thanks');
  expect(buttonsOf(journal)).toEqual(['Make it a ticket', 'Make it a ticket']);
  // Newest first: the second one is the thanks.
  const [, thanks] = (journal.blocks as { elements?: { action_id?: string }[]; block_id: string }[]).filter(
    ({ elements }) => elements?.[0]?.action_id?.startsWith('make_ticket'),
  );
  await desk.practice.control.press({
    as: 'U06ANA',
    in: { channel: journal.channel, ts: journal.ts },
    blockId: thanks!.block_id,
    actionId: thanks!.elements![0]!.action_id!,
  });
  const id = await desk.ticketOf(said);
  expect(await desk.ticket(id)).toMatchObject({ door: 'journal', requester: 'slack:U03MEI' });
  await desk.toldPrivately('Ana', `${id} is open.`);
});

test('a “thanks” that was deleted is neither repeated in the journal nor made a ticket', async () => {
  const said = desk.say('Mei', 'Thanks so much, that worked!');
  await desk.settled();
  await desk.command('Ana', '/ticket journal', 'support-triage');
  const journal = await desk.toldPrivately('Ana', 'Intake journal');
  desk.remove('Mei', said);
  await desk.settled();
  await desk.press('Ana', journal, 'Make it a ticket');
  await desk.toldPrivately('Ana', 'Its author deleted that message, so it cannot become a ticket.');
  expect(await desk.opened()).toEqual([]);
  await desk.command('Ana', '/ticket journal', 'support-triage');
  const now = await desk.toldPrivately('Ana', '(deleted by its author) → no ticket: only thanks');
  expect(words(now)).not.toContain('that worked');
  expect(buttonsOf(now)).toEqual([]);
});

test('several lines in a row are one ticket', async () => {
  const first = desk.say('Marcus', 'Hi, we have a problem');
  desk.say('Marcus', 'the invoice of October is missing');
  desk.say('Marcus', 'order numbers 4711 to 4720');
  const id = await desk.ticketOf(first);
  await desk.until(id, ({ messages }) => messages.length === 3, 'all three are in it');
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
  expect(desk.cardsOf(id)).toHaveLength(1);
  desk.pass(2_500);
  await desk.cardOf(id, (now) => now.includes('the invoice of October') && now.includes('4720'));
});

test('a message of its own that joins a ticket is told so once, in its own thread', async () => {
  const first = desk.say('Marcus', 'Hi, we have a problem');
  const id = await desk.ticketOf(first);
  const second = desk.say('Marcus', 'the invoice of October is missing');
  const third = desk.say('Marcus', 'order numbers 4711 to 4720', { thread: first });
  await desk.until(id, ({ messages }) => messages.length === 3, 'all three are in it');
  await desk.cardOf(id);
  await desk.settled();
  expect(desk.threadOf(second).map(words)).toEqual([`Added to your request ${id}.`]);
  expect(desk.threadOf(third)).toEqual([]);
  expect(desk.threadOf(first).map(words).join()).not.toContain('Added to');
  // What is written there is part of the ticket too.
  desk.say('Marcus', 'and November', { thread: second });
  await desk.until(id, ({ messages }) => messages.length === 4, 'it joins');
  await desk.settled();
  expect(desk.threadOf(second).filter((message) => words(message).includes('Added'))).toHaveLength(1);
});

test('in a direct conversation nothing is said about lines that belong together', async () => {
  const first = desk.sayDirectly('Marcus', 'The invoice of October is missing');
  const id = await desk.ticketOf(first);
  desk.sayDirectly('Marcus', 'order numbers 4711 to 4720');
  await desk.until(id, ({ messages }) => messages.length === 2, 'both are in it');
  await desk.settled();
  expect(desk.messages().map(words).join()).not.toContain('Added to your request');
});

test('two people who write at the same time have two tickets', async () => {
  const one = desk.say('Marcus', 'The invoice of October is missing');
  const other = desk.say('Tomasz', 'Webhooks do not arrive');
  expect(await desk.ticketOf(one)).not.toBe(await desk.ticketOf(other));
});

test('a request in German is acknowledged in German', async () => {
  const said = desk.say(
    'Inés',
    'Guten Morgen, seit heute früh kommt bei unseren Kunden in Zürich keine Bestellbestätigung per E-Mail mehr an.',
  );
  const id = await desk.ticketOf(said);
  await desk.until(id, ({ notice }) => notice !== undefined, 'acknowledged');
  const [notice] = desk.threadOf(said).map(words);
  expect(notice).toContain(`Danke, Ihre Anfrage ist bei uns (${id}).`);
  expect(notice).not.toMatch(/Thank you|first answer/);
});
