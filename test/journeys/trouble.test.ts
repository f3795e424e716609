import { afterEach, beforeEach, expect, test } from 'vitest';
import { Unreachable } from '../../src/domain/errors.ts';
import type { Engine } from '../../src/ports.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, keyOf } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const text = 'Orders stay in pending since noon';

test('“slow down” in one channel delays that channel and no other', async () => {
  const fault = {
    method: 'chat.postMessage',
    channel: channelId('support-triage'),
    status: 429,
    retryAfter: 30,
  };
  desk.practice.control.faults({ add: [fault] });
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  await desk.until(id, ({ notice }) => notice !== undefined, 'the customer is told all the same');
  desk.pass(20_000);
  await desk.settled();
  expect(desk.cardsOf(id)).toEqual([]);
  desk.pass(11_000);
  await desk.cardOf(id);
  expect(desk.cardsOf(id)).toHaveLength(1);
});

test('a post that took effect but whose answer was lost is found, not repeated', async () => {
  desk.practice.control.faults({ add: [{ method: 'chat.postMessage', drop: 'after', times: 2 }] });
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  await eventually(async () => {
    desk.pass(5_000);
    const { cards, notice } = await desk.ticket(id);
    return cards.length === 1 && notice !== undefined;
  }, 'both are known to be out');
  await desk.settled();
  expect(desk.cardsOf(id)).toHaveLength(1);
  expect(desk.threadOf(said)).toHaveLength(1);
});

test('an answer slower than the time limit leaves one message', async () => {
  const slow = { method: 'chat.postMessage', channel: channelId('support'), delayMs: 1_500 };
  desk.practice.control.faults({ add: [slow] });
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  await eventually(async () => {
    desk.pass(5_000);
    return (await desk.ticket(id)).notice !== undefined;
  }, 'the quiet line is known to be out');
  const postsToCustomers = () =>
    desk.practice
      .calls()
      .filter(({ method, args }) => method === 'chat.postMessage' && args.channel === channelId('support'));
  await eventually(() => postsToCustomers().length > 0, 'the slow call ends at last');
  await desk.settled();
  expect(postsToCustomers()).toHaveLength(1);
  expect(desk.threadOf(said)).toHaveLength(1);
});

test('a lost answer in a direct conversation leaves one message too', async () => {
  desk.practice.control.faults({
    add: [{ method: 'chat.postMessage', channel: 'U01DANA', drop: 'after' }],
  });
  await desk.command('Dana', `/ticket ${text}`);
  const id = await eventually(async () => (await desk.opened()).at(-1), 'a ticket');
  await eventually(async () => {
    desk.pass(5_000);
    return (await desk.ticket(id)).notice !== undefined;
  }, 'the quiet line is known to be out');
  await desk.settled();
  expect(desk.messages().filter((message) => keyOf(message) === `${id}/notice`)).toHaveLength(1);
});

test('what cannot be said to the requester stands on the card with the reason', async () => {
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.until(id, ({ notice }) => notice !== undefined, 'the quiet line is out');
  const refused = { method: 'chat.postMessage', channel: channelId('support'), error: 'is_archived' };
  desk.practice.control.faults({ add: [refused] });
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'We are on it.' });
  const shown = await desk.cardOf(id, (now) => now.includes('Not delivered:'));
  expect(words(shown)).toMatch(/Not delivered: .*archived/);
  expect(words(shown)).toContain('not delivered');
});

test('with the engine down the ticket opens, the customer is told and the card says why there is no draft', async () => {
  await desk.close();
  const down: Engine = {
    name: 'none',
    async run() {
      throw new Unreachable('No engine here', { unknownOutcome: false });
    },
  };
  desk = await openPracticeDesk({ engine: down });
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (now) => now.includes('the engine cannot be reached'));
  await desk.until(id, ({ notice }) => notice !== undefined, 'told');
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', { 'Public reply': 'We see it too.' });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered by hand');
});

test('an event Slack delivers three times is one message of one ticket', async () => {
  desk.practice.control.faults({ add: [{ method: 'deliver', duplicate: 3, times: 20 }] });
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
  expect((await desk.ticket(id)).messages).toHaveLength(1);
});

test('an answer in the thread that Slack delivers before its request is part of the ticket', async () => {
  desk.practice.control.faults({ add: [{ method: 'deliver', drop: 'before' }] });
  const request = desk.say('Dana', text);
  desk.pass(1_000);
  desk.say('Dana', 'Since release 41, I think', { thread: request });
  desk.pass(60_000);
  const id = await desk.ticketOf(request);
  const { messages } = await desk.until(id, (ticket) => ticket.messages.length === 2, 'the answer is in it');
  expect(messages.map((message) => message.text)).toEqual([text, 'Since release 41, I think']);
  await desk.settled();
  expect(await desk.opened()).toEqual([id]);
});
