import { expect, onTestFinished, test } from 'vitest';
import { requestDraft } from '../../src/domain/ticket/judgement.ts';
import { minute, second } from '../../src/domain/time.ts';
import { feedSearch } from '../../src/feed-search.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { joinCopies } from '../../src/workflows/join-copies.ts';
import { ana, dana, eve, settings, support } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

const alert = 'ALERT 14:02:11 checkout of the shop answers with error 502 for all shoppers in Europe';
const agent = (opened: TestDesk) => askedBy(opened.desk, ana, opened.clock.now());

/** Four people send the same alert within minutes; Dana sends hers twice, a while apart. */
async function flood(): Promise<TestDesk> {
  const opened = await openDesk();
  const fed = await feedSearch(opened.desk.store, opened.desk.search);
  onTestFinished(() => fed.stop());
  opened.start();
  await opened.write(alert, { author: dana });
  await opened.pass();
  for (const author of [eve, 'memory:U31', 'memory:U32']) {
    opened.chat.people.set(author, { id: author, name: 'Somebody', isApp: false, isGuest: false });
    await opened.clock.advance(20 * second);
    await opened.write(alert.replace('14:02:11', '14:03:40'), { author });
    await opened.pass();
  }
  await opened.clock.advance(20 * minute);
  await opened.write(alert, { author: dana });
  await opened.pass();
  return opened;
}

test('of a flood of copies the first is worked and the others know whose copy they are', async () => {
  const opened = await flood();
  const first = await opened.ticket('T-1');
  expect(first.copies).toEqual(['T-2', 'T-3', 'T-4', 'T-5']);
  expect(first.drafts).toHaveLength(1);
  const copy = await opened.ticket('T-4');
  expect(copy.copyOf).toEqual({ ticket: 'T-1', earlier: 2 });
  expect(copy.drafts).toEqual([]);
  expect(copy.links).toEqual([]);
  expect(copy.merged).toBeUndefined();
});

test('everybody who sent a copy is told that it arrived', async () => {
  const opened = await flood();
  const lines = opened.shown(support).filter((text) => /T-\d/.test(text));
  for (const id of ['T-1', 'T-2', 'T-3', 'T-4', 'T-5']) {
    expect(lines.some((text) => text.includes(id))).toBe(true);
  }
});

test('the card of a copy is a line, the card of the first counts them', async () => {
  const opened = await flood();
  const cards = opened.shown(settings.channels.triage);
  const cardOf = (id: string) =>
    cards.find((text) => text.startsWith(`${id} ·`) || text.includes(`${id} · `));
  expect(cardOf('T-1')).toContain('4 tickets more like it: T-2, T-3, T-4 and 1 more');
  expect(cardOf('T-4')).toContain('Copy of T-1 and of 2 other tickets');
  expect(cardOf('T-4')).not.toContain('Approve');
});

test('put together, copies of the same customer are merged and the others linked', async () => {
  const opened = await flood();
  expect(await joinCopies(opened.desk, 'T-1', agent(opened))).toEqual({ merged: 1, linked: 3, refused: 0 });
  await opened.pass();
  expect((await opened.ticket('T-5')).merged?.into).toBe('T-1');
  expect((await opened.ticket('T-2')).merged).toBeUndefined();
  const first = await opened.ticket('T-1');
  expect(first.links.map(({ ticket }) => ticket).sort()).toEqual(['T-2', 'T-3', 'T-4']);
  expect(first.absorbed.map(({ ticket }) => ticket)).toEqual(['T-5']);
  expect(await joinCopies(opened.desk, 'T-1', agent(opened))).toEqual({ merged: 0, linked: 0, refused: 0 });
});

test('a copy gets a draft of its own when somebody asks for one', async () => {
  const opened = await flood();
  await changeTicket(opened.desk, 'T-3', (ticket) => requestDraft(ticket, agent(opened)));
  await opened.pass();
  expect((await opened.ticket('T-3')).drafts).toHaveLength(1);
});

test('a copy whose sender adds something is no copy any more', async () => {
  const opened = await flood();
  const { messages } = await opened.ticket('T-2');
  const thread = messages[0]?.thread ?? '';
  await opened.write('It only happens with gift cards, since this morning', { author: eve, thread });
  await opened.pass(minute);
  const told = await opened.ticket('T-2');
  expect(told.copyOf).toBeUndefined();
  expect(told.drafts).toHaveLength(1);
});
