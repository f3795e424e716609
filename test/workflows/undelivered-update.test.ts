import { expect, test } from 'vitest';
import { Refused } from '../../src/domain/errors.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { agreeToExtension } from '../../src/domain/ticket/extension.ts';
import { retryDelivery } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { sendUpdate } from '../../src/domain/ticket/updating.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { hour, minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana, dana, support, triageChannel } from '../support/builders.ts';
import { openDesk } from './desk.ts';

/** Ana has the ticket, and an update that asks for more time is prepared. */
async function askingForTime() {
  const opened = await openDesk();
  opened.start();
  await opened.write('Where do I change the sender of order mails?');
  await opened.pass(5000);
  const decide = (what: (ticket: Ticket, asked: ReturnType<typeof askedBy>) => Decision, person = ana) =>
    changeTicket(opened.desk, 'T-1', (ticket) =>
      what(ticket, askedBy(opened.desk, person, opened.clock.now())),
    );
  await decide(claimTicket);
  for (let times = 0; times < 23; times += 1) {
    await opened.clock.advance(10 * minute);
    await opened.pass(1);
  }
  const send = () => decide((ticket, asked) => sendUpdate(ticket, { update: 'u1' }, asked));
  return { opened, decide, send, card: () => opened.shown(triageChannel)[0] };
}

test('nobody is said to have been asked for more time by words that never arrived', async () => {
  const { opened, decide, send, card } = await askingForTime();
  opened.chat.failNext('post', new Refused('The channel is archived.', 'is_archived'));
  await send();
  await opened.pass();
  expect(card()).toContain('Not delivered: The channel is archived.');
  expect(card()).not.toContain('was asked for more time');
  await decide(retryDelivery);
  await opened.pass();
  expect(card()).toContain('The requester was asked for more time: first answer by 20 Nov 17:00');
  expect(opened.shown(support).join()).toContain('We need more time for our answer');
});

test('words that ask for a later time are not sent again once that time has passed', async () => {
  const { opened, decide, send } = await askingForTime();
  opened.chat.failNext('post', new Refused('The channel is archived.', 'is_archived'));
  await send();
  await opened.pass();
  await opened.clock.advance(4 * hour);
  expect(await decide(retryDelivery)).toMatchObject({ refusal: { refused: 'late_update' } });
});

test('a message that arrived and cannot be changed any more was delivered all the same', async () => {
  const { opened, decide, send, card } = await askingForTime();
  await send();
  await opened.pass();
  opened.chat.failNext('update', new Refused('The message is gone.', 'message_not_found'));
  await decide((ticket, asked) => agreeToExtension(ticket, 'r1', asked), dana);
  await opened.pass();
  expect(card()).toContain('Agreed by');
  expect(card()).not.toContain('Not delivered');
  expect((await opened.desk.store.load('ticket', 'T-1'))?.outbox).toEqual([]);
});
