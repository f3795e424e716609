import { expect, test } from 'vitest';
import { solveTicket } from '../../src/domain/ticket/ending.ts';
import { mergeInto, unmerge } from '../../src/domain/ticket/relation.ts';
import { holdTicket, snoozeTicket, waitForRequester } from '../../src/domain/ticket/work.ts';
import { day, hour, laterBy, minute } from '../../src/domain/time.ts';
import { ana, dana, support } from '../support/builders.ts';
import { decide, openDesk, type TestDesk } from './desk.ts';

async function aDeskAtWork(): Promise<TestDesk> {
  const opened = await openDesk();
  await opened.write('Checkout fails with error 502');
  opened.start();
  await opened.pass();
  return opened;
}

/** A long time goes by at once, as when the machine slept. */
async function later(opened: TestDesk, milliseconds: number) {
  await opened.clock.advance(milliseconds);
  await opened.pass();
}

test('a solved ticket closes after the quiet time, with one line to the requester only when nobody had solved it', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, (ticket, asked) => solveTicket(ticket, undefined, asked));
  await later(opened, 3 * day);
  expect(await opened.ticket('T-1')).toMatchObject({ status: 'closed', closed: { reason: 'solved' } });
  expect(opened.shown(support).filter((text) => text.includes('we are closing'))).toEqual([]);
});

test('a ticket that waited in vain closes and says so once', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, (ticket, asked) => waitForRequester(ticket, asked));
  await later(opened, 2 * day);
  await later(opened, day);
  expect((await opened.ticket('T-1')).closed?.reason).toBe('quiet');
  expect(opened.shown(support).filter((text) => text.includes('we are closing'))).toHaveLength(1);
});

test('a message starts the silence anew', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, (ticket, asked) => waitForRequester(ticket, asked));
  await later(opened, 2 * day);
  await opened.write('It is Safari only', { thread: (await opened.ticket('T-1')).conversation.thread! });
  await later(opened, 2 * day);
  expect((await opened.ticket('T-1')).status).toBe('open');
});

test('a hold ends by itself, a snooze too, and neither before its time', async () => {
  const opened = await aDeskAtWork();
  const until = laterBy(opened.clock.now(), hour);
  await decide(opened, (ticket, asked) => holdTicket(ticket, { reason: 'the bank', until }, asked));
  await decide(opened, (ticket, asked) => snoozeTicket(ticket, until, asked));
  await later(opened, 50 * minute);
  expect(await opened.ticket('T-1')).toMatchObject({ status: 'on_hold', snooze: { until } });
  await later(opened, 10 * minute);
  expect((await opened.ticket('T-1')).status).toBe('open');
  expect((await opened.ticket('T-1')).snooze).toBeUndefined();
});

test('a hold whose end passed while the ticket was merged ends when the merge is taken back', async () => {
  const opened = await aDeskAtWork();
  await opened.clock.advance(5 * minute);
  expect(await opened.write('Another thing: where is my invoice?')).toBe('T-2');
  const until = laterBy(opened.clock.now(), hour);
  await decide(opened, (ticket, asked) => holdTicket(ticket, { reason: 'the bank', until }, asked));
  const other = await opened.ticket('T-2');
  await decide(opened, (ticket, asked) => mergeInto(ticket, other, asked));
  await later(opened, 2 * hour);
  await decide(opened, unmerge);
  await opened.pass();
  expect((await opened.ticket('T-1')).status).toBe('open');
});

test('a message long after the end opens a linked follow-up, a “thanks” does not', async () => {
  const opened = await aDeskAtWork();
  await decide(opened, (ticket, asked) => solveTicket(ticket, undefined, asked));
  await later(opened, 3 * day);
  await later(opened, 8 * day);
  const thread = (await opened.ticket('T-1')).conversation.thread!;
  expect(await opened.write('Thanks again!', { thread })).toBe('ignored');
  expect(await opened.write('The same error is back', { thread })).toBe('T-2');
  await opened.pass();
  expect((await opened.ticket('T-2')).links).toMatchObject([{ ticket: 'T-1', kind: 'follow_up' }]);
  expect((await opened.ticket('T-1')).links).toMatchObject([{ ticket: 'T-2', kind: 'follow_up' }]);
  expect((await opened.ticket('T-1')).status).toBe('closed');
});

test('several lines within a minute are one ticket, a line later is another', async () => {
  const opened = await openDesk();
  expect(await opened.write('Checkout fails')).toBe('T-1');
  await opened.clock.advance(20_000);
  expect(await opened.write('with error 502')).toBe('T-1');
  await opened.clock.advance(2 * minute);
  expect(await opened.write('Where is my invoice?')).toBe('T-2');
  expect((await opened.ticket('T-1')).messages.map(({ text }) => text)).toEqual([
    'Checkout fails',
    'with error 502',
  ]);
});

test('an agent’s words: a note under the card, an answer in the requester’s thread, nothing at the top', async () => {
  const opened = await aDeskAtWork();
  const { cards, conversation } = await opened.ticket('T-1');
  await opened.write('They always say that', {
    author: ana,
    thread: cards[0]!.id,
    place: { channel: cards[0]!.channel, kind: 'channel' },
  });
  await opened.write('We are looking into it', { author: ana, thread: conversation.thread! });
  expect(await opened.write('Release at noon', { author: ana })).toBe('ignored');
  const ticket = await opened.ticket('T-1');
  expect(ticket.notes.map(({ internalText }) => internalText)).toEqual(['They always say that']);
  expect(ticket.messages.map(({ from }) => from)).toEqual(['requester', 'desk']);
  expect(ticket.requester).toBe(dana);
});
