import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const day = 24 * 60 * 60 * 1000;

async function answered() {
  const said = desk.say('Dana', 'Where do I change the sender of order mails?');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'Settings → Mail.', 'After sending': 'Ask whether it works' });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  return { said, id, card };
}

async function closedQuietly() {
  const ticket = await answered();
  desk.pass(3 * day + 1000);
  await desk.until(ticket.id, ({ status }) => status === 'closed', 'closed');
  await eventually(
    () => desk.threadOf(ticket.said).find((message) => words(message).includes('we are closing')),
    'Dana is told',
  );
  return ticket;
}

test('an answer nobody reacts to closes the ticket after the quiet time, not before, and says so once', async () => {
  const { said, id } = await answered();
  desk.pass(2.9 * day);
  await desk.settled();
  expect((await desk.ticket(id)).status).toBe('pending');
  desk.pass(0.2 * day);
  await desk.until(id, ({ status }) => status === 'closed', 'closed');
  await desk.settled();
  const told = desk
    .threadOf(said)
    .map(words)
    .filter((text) => text.includes('closing'));
  expect(told).toEqual([
    `We have not heard back, so we are closing ${id}. If you write here within 7 days, we pick it up again.`,
  ]);
});

test('a message within seven days of the closing opens the ticket again', async () => {
  const { said, id } = await closedQuietly();
  desk.pass(6 * day);
  desk.say('Dana', 'It still says the old sender', { thread: said });
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
});

test('a later message opens a new ticket that is linked to the old one', async () => {
  const { said, id } = await closedQuietly();
  desk.pass(8 * day);
  desk.say('Dana', 'It says the old sender again', { thread: said });
  const next = await eventually(
    async () => (await desk.opened()).find((other) => other !== id),
    'a follow-up',
  );
  await desk.until(next, ({ links }) => links.length === 1, 'linked');
  expect(await desk.ticket(next)).toMatchObject({
    door: 'follow_up',
    links: [{ ticket: id, kind: 'follow_up' }],
  });
  await desk.until(id, ({ links }) => links.length === 1, 'linked both ways');
  expect((await desk.ticket(id)).status).toBe('closed');
  await desk.cardOf(next, (text) => text.includes(`follows ${id}`));
});

test('thanks after the closing change nothing', async () => {
  const { said, id } = await closedQuietly();
  desk.pass(8 * day);
  desk.say('Dana', 'Thank you!', { thread: said });
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
  expect((await desk.ticket(id)).status).toBe('closed');
});

test('a reaction of the requester in the quiet time keeps the ticket open', async () => {
  const { said, id } = await answered();
  desk.pass(2 * day);
  desk.say('Dana', 'I cannot find that page', { thread: said });
  await desk.until(id, ({ status }) => status === 'open', 'open');
  desk.pass(2 * day);
  await desk.settled();
  expect((await desk.ticket(id)).status).toBe('open');
});
