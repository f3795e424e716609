import { expect, test } from 'vitest';
import { Refused } from '../../src/domain/errors.ts';
import { deleteMessage } from '../../src/domain/ticket/conversation.ts';
import { changeTicket } from '../../src/workflows/change-ticket.ts';
import { asksAs, support } from '../support/builders.ts';
import { openDesk } from './desk.ts';

const second = `${support}:second`;

async function twoMessages() {
  const opened = await openDesk();
  const id = await opened.write('Checkout fails with error 502');
  expect(await opened.write('It began at ten', { id: second, thread: second })).toBe(id);
  return { opened, id };
}

test('the line under a message that joined is left out when chat refuses it, and nobody is bothered', async () => {
  const { opened, id } = await twoMessages();
  opened.chat.failNext('post', new Refused('Nobody may write here.', 'restricted_action'));
  opened.start();
  await opened.pass();
  expect(opened.shown(support).join()).not.toContain('Added to your request');
  expect((await opened.ticket(id)).undelivered).toEqual([]);
  expect((await opened.desk.store.load('ticket', id))?.outbox.map(({ kind }) => kind)).not.toContain(
    'joined',
  );
});

test('nothing is said under a message that was deleted meanwhile', async () => {
  const { opened, id } = await twoMessages();
  await changeTicket(opened.desk, id, (ticket) =>
    deleteMessage(ticket, second, asksAs.requester(opened.clock.now())),
  );
  opened.start();
  await opened.pass();
  expect(opened.shown(support).join()).toContain(`we have your request (${id})`);
  expect(opened.shown(support).join()).not.toContain('Added to your request');
});
