import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '../../src/domain/time.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { words } from '../support/shown.ts';
import { answeredByAna, askedAfterSilence, closedAfterSilence } from '../support/waiting-desk.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

test('an answer nobody reacts to closes the ticket after the quiet time, not before, and says so once', async () => {
  const { said, id } = await askedAfterSilence(desk);
  desk.pass(0.9 * day);
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
  const { said, id } = await closedAfterSilence(desk);
  desk.pass(6 * day);
  desk.say('Dana', 'It still says the old sender', { thread: said });
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
});

test('a later message opens a new ticket that is linked to the old one', async () => {
  const { said, id } = await closedAfterSilence(desk);
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
  const { said, id } = await closedAfterSilence(desk);
  desk.pass(8 * day);
  desk.say('Dana', 'Thank you!', { thread: said });
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
  expect((await desk.ticket(id)).status).toBe('closed');
});

test('a reaction of the requester in the quiet time keeps the ticket open', async () => {
  const { said, id } = await answeredByAna(desk);
  desk.pass(2 * day);
  desk.say('Dana', 'I cannot find that page', { thread: said });
  await desk.until(id, ({ status }) => status === 'open', 'open');
  desk.pass(2 * day);
  await desk.settled();
  expect((await desk.ticket(id)).status).toBe('open');
});
