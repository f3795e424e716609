import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { buttonsOf, shapesIn, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const hour = 60 * 60 * 1000;

async function aTicket(text = 'Refund for order 4711 does not arrive at the customer') {
  const said = desk.say('Tomasz', text);
  const id = await desk.ticketOf(said);
  return { said, id, card: await desk.cardOf(id) };
}

test('of two who claim at once one wins, and the other is told who was first', async () => {
  const { id, card } = await aTicket();
  await Promise.all([desk.press('Ana', card, 'Claim'), desk.press('Omar', card, 'Claim')]);
  const { assignee } = await desk.until(id, (ticket) => ticket.assignee !== undefined, 'somebody has it');
  const [winner, loser] =
    assignee?.person === 'slack:U06ANA' ? (['Ana Ruiz', 'Omar'] as const) : (['Omar Haddad', 'Ana'] as const);
  const told = await desk.toldPrivately(loser, 'took it at');
  expect(words(told)).toContain(winner);
  await desk.settled();
  expect((await desk.eventsOf(id)).filter(({ type }) => type === 'claimed')).toHaveLength(1);
  await desk.cardOf(id, (text) => text.includes(`open · @${winner}`) || text.includes(`open · ${winner}`));
});

test('a claimed ticket can be given back, and a manager may take it over', async () => {
  const { id, card } = await aTicket();
  await desk.press('Ana', card, 'Claim');
  await desk.press('Ana', card, 'Give back');
  await desk.until(id, ({ assignee }) => assignee === undefined, 'nobody has it');
  await desk.press('Omar', card, 'Claim');
  await desk.until(id, ({ assignee }) => assignee?.person === 'slack:U07OMAR', 'Omar has it');
  await desk.cardOf(id, (_, shown) => buttonsOf(shown).includes('Give back'));
  await desk.press('Grace', card, 'Give back');
  await desk.until(id, ({ assignee }) => assignee === undefined, 'Grace gave it back');
});

test('a ticket that turns out to be critical is owed an answer sooner, and the requester’s line says so', async () => {
  const { said, id, card } = await aTicket();
  const promised = () => desk.threadOf(said).map(words)[0];
  await eventually(() => promised()?.includes('first answer by'), 'the quiet line is out');
  const dueAt = async () => (await desk.store.tickets({ ids: [id] }))[0]?.dueAt ?? '';
  const [before, then] = [promised(), await dueAt()];
  await desk.pick('Ana', card, 'Change severity', 'Severity: 🔴 P1 critical');
  const { triage } = await desk.until(id, ({ triage: now }) => now?.severity === 'P1', 'corrected');
  expect(triage?.tier).toBe(4);
  expect((await dueAt()) < then).toBe(true);
  await eventually(() => promised() !== before, 'the line is changed in place');
  expect(desk.threadOf(said)).toHaveLength(1);
});

test('what people correct stays, is recorded, and is shown as precedent on the next ticket like it', async () => {
  const text = 'The weekly digest mail lists wrong totals for gift cards';
  const { id, card } = await aTicket(text);
  const was = (await desk.ticket(id)).triage!;
  const category = was.category === 'billing' ? 'technical' : 'billing';
  const severity = was.severity === 'P2' ? '🟡 P3 medium' : '🟠 P2 high';
  const queue = was.queue === 'account' ? 'product' : 'account';
  await desk.pick('Ana', card, 'Change category', `Category: ${category}`);
  await desk.pick('Ana', card, 'Change severity', `Severity: ${severity}`);
  await desk.pick('Ana', card, 'Change queue', `Queue: ${queue}`);
  const now = await desk.until(id, ({ triage }) => triage?.queue === queue, 'three corrections');
  expect(now.triage).toMatchObject({ category, severity: severity.slice(3, 5), queue });
  const corrected = (await desk.eventsOf(id)).filter(({ type }) => type === 'corrected');
  expect(corrected.filter(({ by }) => by === 'slack:U06ANA')).toMatchObject([
    { field: 'category', was: was.category, to: category },
    { field: 'severity', was: was.severity },
    { field: 'queue', to: queue },
  ]);
  // The queue had followed the category by itself.
  expect(corrected.find(({ by }) => by === 'desk')).toMatchObject({ field: 'queue', was: was.queue });
  await desk.cardOf(id, (shown) => /Corrected:.*queue was/.test(shown));

  const next = await desk.ticketOf(
    desk.say('Marcus', 'Weekly digest mail shows wrong totals for gift cards here too'),
  );
  const shown = await desk.cardOf(next, (words_) => words_.includes('Why here'));
  expect(words(shown)).toContain(`like ${id}`);
  expect((await desk.ticket(next)).triage?.category).toBe(category);
});

test('what was corrected survives being judged again', async () => {
  const { said, id, card } = await aTicket();
  await desk.pick('Ana', card, 'Change severity', 'Severity: ⚪ P4 low');
  desk.say('Tomasz', 'All our users are down now, nothing works!', { thread: said });
  desk.pass(2_500);
  const { triage } = await desk.until(id, ({ drafts }) => drafts.length > 1, 'judged again');
  expect(triage?.severity).toBe('P4');
});

test('a ticket on hold says why and until when, and goes on by itself', async () => {
  const { id, card } = await aTicket();
  await desk.pick('Ana', card, 'More…', 'Put on hold…');
  const past = new Date(Date.now() - hour).toISOString();
  expect(await desk.submit('Ana', { 'What are we waiting for?': 'Engineering', Until: past })).toEqual({
    Until: 'Choose a later time.',
  });
  await desk.submit('Ana', { Until: new Date(Date.now() + 2 * hour).toISOString() });
  await desk.until(id, ({ status }) => status === 'on_hold', 'on hold');
  await desk.cardOf(id, (text) => text.includes('On hold: Engineering, until'));
  desk.pass(2 * hour);
  await desk.until(id, ({ status }) => status === 'open', 'work goes on');
});

test('a snoozed ticket wakes when its time has come', async () => {
  const { id, card } = await aTicket();
  await desk.pick('Ana', card, 'More…', 'Snooze…');
  await desk.submit('Ana', { 'For how long': '4 hours' });
  await desk.cardOf(id, (text) => text.includes('Snoozed until'));
  desk.pass(3 * hour);
  await desk.settled();
  expect((await desk.ticket(id)).snooze).toBeDefined();
  desk.pass(hour + 1000);
  await desk.until(id, ({ snooze }) => snooze === undefined, 'awake');
});

test('a snoozed ticket wakes when the requester writes, and by hand', async () => {
  const { said, id, card } = await aTicket();
  await desk.pick('Ana', card, 'More…', 'Snooze…');
  await desk.submit('Ana', {});
  await desk.until(id, ({ snooze }) => snooze !== undefined, 'asleep');
  desk.say('Tomasz', 'Any news on this?', { thread: said });
  await desk.until(id, ({ snooze }) => snooze === undefined, 'awake');
  await desk.pick('Ana', card, 'More…', 'Snooze…');
  await desk.submit('Ana', {});
  await desk.cardOf(id, (text) => text.includes('Snoozed'));
  await desk.pick('Ana', card, 'More…', 'Wake now');
  await desk.until(id, ({ snooze }) => snooze === undefined, 'awake again');
});

test('solving asks the requester, and reopening brings the ticket back', async () => {
  const { said, id, card } = await aTicket();
  await desk.press('Ana', card, 'Solve');
  await desk.submit('Ana', { 'What solved it': 'The bank released it' });
  const asking = await eventually(
    () => desk.threadOf(said).find((message) => words(message).includes('Does it work for you?')),
    'Tomasz is asked',
  );
  expect(buttonsOf(asking)).toEqual(['Yes, it works', 'Still broken']);
  await desk.cardOf(id, (text) => text.includes('The bank released it'));
  await desk.press('Omar', card, 'Reopen');
  const { reopened } = await desk.until(id, ({ status }) => status === 'open', 'open again');
  expect(reopened).toMatchObject([{ by: 'slack:U07OMAR' }]);
  await desk.cardOf(id, (_, shown) => buttonsOf(shown).includes('Claim'));
  await eventually(
    () => desk.threadOf(said).some((message) => words(message).includes('We are working on it again')),
    'Tomasz is no longer asked',
  );
  expect(desk.threadOf(said).flatMap(buttonsOf)).toEqual([]);
});

test('the requester may say that a solved ticket is still broken', async () => {
  const { said, id, card } = await aTicket();
  await desk.press('Ana', card, 'Solve');
  await desk.submit('Ana', {});
  const asking = await eventually(
    () => desk.threadOf(said).find((message) => buttonsOf(message).includes('Still broken')),
    'Tomasz is asked',
  );
  await desk.press('Tomasz', asking, 'Still broken');
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  await eventually(
    () => desk.threadOf(said).some((message) => words(message).includes('We are on it again')),
    'Tomasz reads that we are on it',
  );
  expect(desk.threadOf(said).flatMap(buttonsOf)).toEqual([]);
  await desk.press('Ana', card, 'Solve');
  await desk.submit('Ana', {});
  const again = await eventually(
    () => desk.threadOf(said).find((message) => buttonsOf(message).includes('Yes, it works')),
    'Tomasz is asked once more',
  );
  await desk.press('Tomasz', again, 'Yes, it works');
  await eventually(
    () => desk.threadOf(said).some((message) => words(message).includes('If it comes back')),
    'Tomasz is thanked',
  );
  expect(desk.threadOf(said).flatMap(buttonsOf)).toEqual([]);
  expect(desk.threadOf(said)).toHaveLength(3);
});

test('“Thanks” on a solved ticket does not open it again', async () => {
  const { said, id, card } = await aTicket();
  await desk.press('Ana', card, 'Solve');
  await desk.submit('Ana', {});
  await desk.until(id, ({ status }) => status === 'solved', 'solved');
  desk.say('Tomasz', 'Thanks a lot!', { thread: said });
  await desk.until(id, ({ messages }) => messages.length === 2, 'the thanks joined');
  expect((await desk.ticket(id)).status).toBe('solved');
});

test('escalating calls the managers in the thread under the card', async () => {
  const { id, card } = await aTicket();
  await desk.pick('Ana', card, 'More…', 'Escalate…');
  expect(await desk.submit('Ana', { 'What do you need, from whom?': ' ' })).toEqual({
    'What do you need, from whom?': 'Say what you need, and from whom.',
  });
  await desk.submit('Ana', { 'What do you need, from whom?': 'A decision on the refund' });
  const call = await eventually(
    () => desk.threadOf(card).find((message) => words(message).includes('A decision on the refund')),
    'the managers are called',
  );
  expect(shapesIn(call.blocks).filter(({ type }) => type === 'user')).toEqual([
    { type: 'user', user_id: 'U09GRACE' },
  ]);
  await desk.cardOf(id, (text) => text.includes('Escalated by'));
});

test('“Not a request” closes without a word to the requester', async () => {
  const { said, id, card } = await aTicket();
  await desk.until(id, ({ notice }) => notice !== undefined, 'the quiet line is out');
  await desk.pick('Ana', card, 'More…', 'Not a request');
  await desk.until(id, ({ status }) => status === 'closed', 'closed');
  await desk.settled();
  expect(desk.threadOf(said)).toHaveLength(1);
});

test('waiting for the requester and resuming are two picks away', async () => {
  const { id, card } = await aTicket();
  await desk.pick('Ana', card, 'More…', 'Wait for requester');
  await desk.until(id, ({ status }) => status === 'pending', 'waiting');
  await desk.cardOf(id, (text) => text.includes('pending'));
  await desk.pick('Ana', card, 'More…', 'Resume work');
  await desk.until(id, ({ status }) => status === 'open', 'worked on');
});
