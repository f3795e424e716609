import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, type PersonName } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const problem = 'The CSV import stops at row 40 with error E1207';

async function newest(): Promise<string> {
  return eventually(async () => (await desk.opened()).at(-1), 'a ticket opens');
}

/** What holds for a ticket whatever door it came through. */
async function expectWholeTicket(id: string, door: string, requester: PersonName) {
  await desk.cardOf(id, (text) => text.includes(problem) && /Draft ·|No draft ·/.test(text));
  await desk.until(id, (one) => one.notice !== undefined, 'the requester is told');
  await desk.settled();
  const ticket = await desk.ticket(id);
  expect(ticket).toMatchObject({
    door,
    status: 'new',
    requester: `slack:${idOf(requester)}`,
    subject: problem,
    requesterName: expect.any(String),
    account: expect.anything(),
    triage: expect.objectContaining({ category: expect.any(String), severity: expect.any(String) }),
    drafts: [expect.objectContaining({ state: 'proposed' })],
    conversation: { channel: expect.any(String), thread: expect.any(String) },
    policies: [expect.objectContaining({ edition: 1 })],
    undelivered: [],
  });
  expect(ticket.messages[0]?.text).toContain(problem);
  expect(await desk.opened()).toEqual([id]);
  expect(desk.cardsOf(id)).toHaveLength(1);
  const notices = desk
    .messages()
    .filter((message) => words(message).includes(`we have your request (${id})`));
  expect(notices).toHaveLength(1);
  return ticket;
}

test('a message in an intake channel', async () => {
  const said = desk.say('Mei', problem);
  const ticket = await expectWholeTicket(await newest(), 'channel', 'Mei');
  expect(ticket.conversation.thread).toBe(`slack:${said.channel}:${said.ts}`);
});

test('a mention in another channel', async () => {
  desk.say('Mei', `@muster ${problem}`, { in: 'general' });
  await expectWholeTicket(await newest(), 'mention', 'Mei');
});

test('a mention in an intake channel is one ticket', async () => {
  desk.say('Mei', `@muster ${problem}`);
  await expectWholeTicket(await newest(), 'mention', 'Mei');
});

test('a mention in a thread takes the first message as the request and the rest as its story', async () => {
  const root = desk.say('Mei', problem, { in: 'general' });
  desk.say('Tomasz', 'I had that last week', { thread: root });
  desk.say('Ana', '@muster please take this up', { thread: root });
  const id = await newest();
  await desk.until(id, ({ subject }) => subject === problem, 'the first message is read');
  const ticket = await expectWholeTicket(id, 'mention', 'Mei');
  expect(ticket.messages.map(({ text }) => text)).toEqual([
    problem,
    'I had that last week',
    'please take this up',
  ]);
});

test('/ticket with words', async () => {
  await desk.command('Mei', `/ticket ${problem}`);
  const id = await newest();
  const ticket = await expectWholeTicket(id, 'command', 'Mei');
  await desk.toldPrivately('Mei', `your ticket is ${id}`);
  expect(ticket.conversation.kind).toBe('direct');
});

test('/ticket alone opens a form, which says what is missing and then takes it', async () => {
  await desk.command('Mei', '/ticket');
  const problems = await desk.submit('Mei', {
    'In one line': '   ',
    'What happened, and what did you expect?': 'It stops there every time.',
  });
  expect(problems).toEqual({ 'In one line': 'Say in one line what it is about.' });
  expect(await desk.opened()).toEqual([]);
  await desk.submit('Mei', { 'In one line': problem });
  const id = await newest();
  const ticket = await expectWholeTicket(id, 'form', 'Mei');
  expect(ticket.messages[0]?.text).toContain('It stops there every time.');
});

test('“Create ticket” on a message', async () => {
  const said = desk.say('Mei', problem, { in: 'general' });
  await desk.shortcutOn('Ana', said);
  const id = await newest();
  await desk.toldPrivately('Ana', `${id} is open`);
  await expectWholeTicket(id, 'shortcut', 'Mei');
});

test('🎫 on a message, and only that reaction', async () => {
  const said = desk.say('Mei', problem, { in: 'general' });
  desk.react('Ana', said, 'eyes');
  desk.react('Ana', said, 'ticket');
  desk.react('Omar', said, 'ticket');
  await expectWholeTicket(await newest(), 'reaction', 'Mei');
});

test('🎫 on a reply makes a ticket of its thread', async () => {
  const root = desk.say('Mei', problem, { in: 'general' });
  const reply = desk.say('Tomasz', 'Same here', { thread: root });
  desk.react('Ana', reply, 'admission_tickets');
  const ticket = await expectWholeTicket(await newest(), 'reaction', 'Mei');
  expect(ticket.messages.map(({ text }) => text)).toEqual([problem, 'Same here']);
  expect(ticket.conversation.thread).toBe(`slack:${root.channel}:${root.ts}`);
});

test('a direct message', async () => {
  const said = desk.sayDirectly('Mei', problem);
  await expectWholeTicket(await newest(), 'direct', 'Mei');
  expect(desk.threadOf(said)).toHaveLength(1);
});

test('the form of the desk’s home', async () => {
  desk.openHome('Mei');
  await eventually(() => desk.practice.state().homes[idOf('Mei')], 'the home shows');
  await desk.pressHome('Mei', 'New ticket');
  await desk.submit('Mei', {
    'In one line': problem,
    'What happened, and what did you expect?': 'Nothing is imported.',
  });
  await expectWholeTicket(await newest(), 'form', 'Mei');
});

test('an answer to a ticket from /ticket reaches the direct conversation, and what is said there joins it', async () => {
  await desk.command('Mei', `/ticket ${problem}`);
  const id = await newest();
  const card = await desk.cardOf(id);
  await desk.until(id, (one) => one.conversation.thread !== undefined, 'the direct conversation is open');
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', {
    'Public reply': 'Row 40 has a stray quote.',
    'After sending': 'Wait for the requester',
  });
  const answer = await eventually(
    () =>
      desk
        .messages()
        .find(({ channel, ...message }) => channel.startsWith('D') && words(message).includes('stray quote')),
    'the answer is delivered',
  );
  desk.say('Mei', 'Found it, but row 41 has one too', {
    thread: { channel: answer.channel, ts: answer.threadTs! },
  });
  const ticket = await desk.until(id, ({ messages }) => messages.length === 2, 'her words join the ticket');
  expect(ticket.status).toBe('open');
});

test('a message of an agent in an intake channel opens no ticket', async () => {
  desk.say('Ana', 'Heads-up: we deploy at noon, checkout may be slow');
  await desk.settled();
  expect(await desk.opened()).toEqual([]);
});

test('where the desk is told so, a message of an agent opens a ticket', async () => {
  await desk.close();
  desk = await openPracticeDesk({
    settings: (text) =>
      text.replace('auto_send: earned', 'auto_send: earned, agent_messages_open_tickets: true'),
  });
  desk.say('Ana', 'The test shop shows error 502 at checkout');
  expect(await desk.ticket(await newest())).toMatchObject({ door: 'channel', requester: 'slack:U06ANA' });
});

const hello = 'Hello. Write what happened, and we open a ticket for you.';

test('who says hello to the desk is told how to go on, and it stands in the journal', async () => {
  desk.sayDirectly('Mei', 'hello');
  await desk.toldPrivately('Mei', hello);
  desk.say('Tomasz', '@muster Hallo', { in: 'general' });
  await desk.toldPrivately(
    'Tomasz',
    'Hallo. Schreiben Sie, was passiert ist, dann öffnen wir ein Ticket für Sie.',
  );
  desk.say('Dana', '@muster', { in: 'general' });
  await desk.toldPrivately('Dana', hello);
  await desk.settled();
  expect(await desk.opened()).toEqual([]);
  await desk.command('Ana', '/ticket journal', 'support-triage');
  const journal = words(await desk.toldPrivately('Ana', 'Intake journal'));
  expect(journal).toContain('no ticket: only a greeting');
});

test('thanks to the desk, and a hello to everybody, are left alone', async () => {
  desk.sayDirectly('Mei', 'Thank you!');
  desk.say('Tomasz', 'Good morning everyone');
  await desk.settled();
  expect([...desk.privateLines('Mei'), ...desk.privateLines('Tomasz')]).toEqual([]);
});
