import { expect, test } from 'vitest';
import { Refused } from '../../src/domain/errors.ts';
import { correctTriage } from '../../src/domain/ticket/judgement.ts';
import { claimTicket } from '../../src/domain/ticket/work.ts';
import { minute } from '../../src/domain/time.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { card } from '../../src/workflows/say/to-team.ts';
import { workTicket } from '../../src/workflows/work-ticket.ts';
import { ana, billingChannel, dana, triageChannel } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

async function shownTicket(): Promise<{ opened: TestDesk; id: string }> {
  const opened = await openDesk();
  const id = await opened.write('The export of our orders shows the wrong date');
  opened.start();
  await opened.pass();
  expect(opened.shown(triageChannel)).toHaveLength(1);
  return { opened, id };
}

const claim = (opened: TestDesk, id: string) =>
  changeTicket(opened.desk, id, (ticket) =>
    claimTicket(ticket, askedBy(opened.desk, ana, opened.clock.now())),
  );
const toQueue = (opened: TestDesk, id: string, to: string) =>
  changeTicket(opened.desk, id, (ticket) =>
    correctTriage(ticket, { field: 'queue', to }, askedBy(opened.desk, ana, opened.clock.now())),
  );

test('the card is edited in place', async () => {
  const { opened, id } = await shownTicket();
  await claim(opened, id);
  await opened.pass();
  expect(opened.shown(triageChannel)).toHaveLength(1);
  expect(opened.shown(triageChannel)[0]).toContain(`@${ana}`);
});

test('a card that somebody deleted is posted anew', async () => {
  const { opened, id } = await shownTicket();
  opened.chat.failNext('update', new Refused('The message is not there any more.', 'message_not_found'));
  await claim(opened, id);
  await opened.pass();
  const cards = opened.shown(triageChannel).filter((text) => text.includes(`@${ana}`));
  expect(cards).toHaveLength(1);
  expect((await opened.ticket(id)).cards).toHaveLength(1);
});

test('a queue with a channel of its own gets the card, and the old place says where it went', async () => {
  const { opened, id } = await shownTicket();
  await toQueue(opened, id, 'billing');
  await opened.pass();
  expect(opened.shown(billingChannel)).toHaveLength(1);
  expect(opened.shown(billingChannel)[0]).toContain('queue billing');
  expect(opened.shown(triageChannel)).toEqual([
    expect.stringContaining(`is now worked in #${billingChannel}`),
  ]);
  expect(opened.shown(triageChannel)[0]).not.toContain('[Claim]');
});

test('a ticket that comes back to its first channel is worked there again', async () => {
  const { opened, id } = await shownTicket();
  await toQueue(opened, id, 'billing');
  await opened.pass();
  await toQueue(opened, id, 'technical');
  await opened.pass();
  expect(opened.shown(triageChannel)).toHaveLength(1);
  expect(opened.shown(triageChannel)[0]).toContain('[Claim]');
  expect(opened.shown(billingChannel)).toEqual([expect.stringContaining('is now worked in')]);
});

test('what is said later reaches the thread of the card where the ticket is worked now', async () => {
  const { opened, id } = await shownTicket();
  await toQueue(opened, id, 'billing');
  await opened.pass();
  await toQueue(opened, id, 'technical');
  await opened.pass();
  const { conversation, cards } = await opened.ticket(id);
  await opened.write('And the invoice is wrong', { thread: conversation.thread!, author: dana });
  await opened.pass();
  const relayed = opened.chat.said.filter(({ post }) => post.card.summary.includes('the invoice is wrong'));
  const home = cards.find((card) => card.channel === triageChannel);
  expect(relayed.map(({ post }) => post.thread)).toEqual([home?.id]);
});

test('a card that was on its way while the ticket went elsewhere says where it went', async () => {
  const opened = await openDesk();
  const { desk, clock } = opened;
  const id = await opened.write('The export of our orders shows the wrong date');
  const now = { now: clock.now(), leaseMs: minute, limit: 10 };
  const [work] = await desk.store.claim('timers', now);
  await workTicket(desk, work!);
  const rows = await desk.store.claim('outbox', now);
  const claimed = rows.find(({ row }) => row.kind === 'card')!;
  const saying = await card(desk).compose(claimed);
  await toQueue(opened, id, 'billing');
  if (saying.say !== 'post') throw new Error('a card is to be posted');
  await card(desk).said(claimed, await opened.chat.post(saying.post));
  opened.start();
  await opened.pass(2 * minute);
  expect(opened.shown(triageChannel)).toEqual([expect.stringContaining('is now worked in')]);
  expect(opened.shown(billingChannel)).toEqual([expect.stringContaining('[Claim]')]);
});
