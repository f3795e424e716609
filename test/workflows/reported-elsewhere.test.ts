import { expect, onTestFinished, test } from 'vitest';
import { correctTriage } from '../../src/domain/ticket/judgement.ts';
import { minute, second } from '../../src/domain/time.ts';
import { feedSearch } from '../../src/feed-search.ts';
import { askedBy, changeTicket } from '../../src/workflows/change-ticket.ts';
import { ana } from '../support/builders.ts';
import { openDesk, type TestDesk } from './desk.ts';

/** Strangers write one after the other, half a minute apart. */
async function written(texts: readonly string[], authors = texts.map((_, at) => `memory:U4${at}`)) {
  const opened = await openDesk();
  const fed = await feedSearch(opened.desk.store, opened.desk.search);
  onTestFinished(() => fed.stop());
  opened.start();
  for (const [at, text] of texts.entries()) await writeAs(opened, authors[at] ?? '', text);
  await opened.pass(minute);
  return opened;
}

async function writeAs(opened: TestDesk, author: string, text: string): Promise<void> {
  opened.chat.people.set(author, { id: author, name: `Person ${author}`, isApp: false, isGuest: false });
  await opened.write(text, { author });
  await opened.pass();
  await opened.clock.advance(30 * second);
}

const severityOf = async (opened: TestDesk, id: string) => (await opened.ticket(id)).triage?.severity;

test('an outage that a third customer reports is critical, also for the two who came first', async () => {
  const opened = await written(Array.from({ length: 5 }, () => 'checkout is down, error 503'));
  for (const id of ['T-1', 'T-2', 'T-3', 'T-4', 'T-5']) expect(await severityOf(opened, id)).toBe('P1');
  const reasons = (await opened.ticket('T-1')).triage?.severityReasons.join('; ');
  expect(reasons).toContain('others report the same: 3 customers');
  expect((await opened.ticket('T-1')).drafts.length).toBeLessThanOrEqual(1);
});

test('two customers are not yet several', async () => {
  const opened = await written(Array.from({ length: 2 }, () => 'checkout is down, error 503'));
  expect(await severityOf(opened, 'T-1')).toBe('P2');
  expect(await severityOf(opened, 'T-2')).toBe('P2');
});

test('one customer who reports it four times is one customer', async () => {
  const texts = Array.from({ length: 4 }, () => 'checkout is down, error 503');
  const opened = await written(
    texts,
    texts.map(() => 'memory:U40'),
  );
  expect(await severityOf(opened, 'T-1')).toBe('P2');
});

test('many who ask the same question have no outage', async () => {
  const opened = await written(Array.from({ length: 4 }, () => 'How do I export all my orders as a sheet?'));
  for (const id of ['T-1', 'T-4']) expect(await severityOf(opened, id)).toBe('P4');
});

test('a severity that a person set stays, however many report the same', async () => {
  const opened = await written(['checkout is down, error 503']);
  const asked = askedBy(opened.desk, ana, opened.clock.now());
  await changeTicket(opened.desk, 'T-1', (ticket) =>
    correctTriage(ticket, { field: 'severity', to: 'P3' }, asked),
  );
  for (const author of ['memory:U51', 'memory:U52', 'memory:U53'])
    await writeAs(opened, author, 'checkout is down, error 503');
  await opened.pass(minute);
  expect(await severityOf(opened, 'T-1')).toBe('P3');
  expect(await severityOf(opened, 'T-4')).toBe('P1');
});
