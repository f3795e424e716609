import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { buttonsOf, controlsIn, labelOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const outage = 'Checkout fails with error 502 for all our users since 10:00';

async function approved() {
  const said = desk.say('Dana', outage);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await desk.press('Ana', card, 'Approve & send');
  const answer = await eventually(
    () => desk.threadOf(said).find((message) => buttonsOf(message).includes('Yes, it works')),
    'Dana has an answer in her thread',
  );
  return { said, id, card, answer };
}

test('an outage gets one quiet line for the customer and one complete card for the team', async () => {
  const said = desk.say('Dana', outage);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (text) => /Draft ·/.test(text));
  await desk.settled();

  expect(desk.threadOf(said).map(words)).toEqual([
    expect.stringMatching(
      /^Thank you, we have your request \(T-61\)\. What we understood: technical problem, “Checkout fails with error 502 for all our users since 10:00”\. You will have a first answer by .+\.$/,
    ),
  ]);
  expect(desk.cardsOf(id)).toHaveLength(1);
  const text = words(card);
  expect(text).toContain(`${id} · ${outage}`);
  expect(text).toContain('🔴 P1 critical · new · nobody has it yet · technical · queue technical · tier 4');
  expect(text).toMatch(/tier 4 · (neutral|negative)/);
  expect(text).toContain('Acme Outfitters · enterprise');
  expect(text).toContain('Why this severity: ');
  expect(text).toContain('all users are affected');
  expect(text).toContain('Why here: ');
  expect(text).toMatch(/Draft · confidence (low|medium|high)/);
  expect(text).toContain('Hi Dana,');
  expect(text).toContain('Rests on');
  expect(text).toContain('Error 502 at checkout');
  expect(buttonsOf(card)).toEqual([
    expect.stringMatching(/^⏱ First answer by .*\d\d:\d\d$/),
    'Open war room',
    'Approve & send',
    'Edit',
    'Discard',
    'Another',
    '👍',
    '👎',
    'Why this confidence',
    'Claim',
    'Reply',
    'Note',
    'Solve',
  ]);
  const menus = controlsIn(card.blocks)
    .filter(({ element }) => element.type === 'static_select')
    .map(labelOf);
  expect(menus).toEqual(['More…', 'Change category', 'Change severity', 'Change queue', 'Change sentiment']);
});

test('the card names an open ticket that may be about the same thing', async () => {
  const first = desk.say('Dana', outage);
  const firstId = await desk.ticketOf(first);
  await desk.cardOf(firstId);
  const second = desk.say('Marcus', 'Our checkout shows error 502 to every shopper, nobody can pay');
  const card = await desk.cardOf(await desk.ticketOf(second), (text) => text.includes('Maybe the same as'));
  expect(words(card)).toContain(`Maybe the same as ${firstId}`);
  expect(buttonsOf(card)).toContain(`Link ${firstId}`);
});

test('approving sends the draft to the thread of the customer, once, and asks whether it works', async () => {
  const { said, id, card, answer } = await approved();
  await desk.settled();
  const draft = (await desk.ticket(id)).drafts[0]!;
  expect(words(answer)).toContain(draft.text.split('\n')[0]);
  expect(buttonsOf(answer)).toEqual(['Yes, it works', 'Still broken']);
  expect(desk.threadOf(said)).toHaveLength(2);
  const { replies, status } = await desk.ticket(id);
  expect({ status, replies: replies.map(({ by, edited }) => ({ by, edited })) }).toEqual({
    status: 'pending',
    replies: [{ by: 'slack:U06ANA', edited: false }],
  });
  const shown = await desk.cardOf(id, (text) => text.includes('delivered'));
  expect(shown.ts).toBe(card.ts);
  expect(buttonsOf(shown)).not.toContain('Approve & send');
});

test('two people who approve at once send one answer', async () => {
  const said = desk.say('Dana', outage);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  await Promise.all([desk.press('Ana', card, 'Approve & send'), desk.press('Omar', card, 'Approve & send')]);
  await desk.until(id, (ticket) => ticket.replies[0]?.delivered.length === 1, 'the answer is delivered');
  await desk.settled();
  expect((await desk.ticket(id)).replies).toHaveLength(1);
  expect(desk.threadOf(said)).toHaveLength(2);
  const told = [...desk.privateLines('Ana'), ...desk.privateLines('Omar')].map((line) => line.words);
  expect(told).toEqual([expect.stringMatching(/^@(Ana Ruiz|Omar Haddad) sent it at /)]);
});

test('“Yes, it works” solves the ticket and thanks the customer in place of the buttons', async () => {
  const { said, id, answer } = await approved();
  await desk.press('Dana', answer, 'Yes, it works');
  const ticket = await desk.until(id, ({ status }) => status === 'solved', 'solved');
  expect(ticket.solution).toMatchObject({ by: 'slack:U01DANA', confirmed: true });
  await eventually(
    () => desk.threadOf(said).some((message) => words(message).includes('Thank you for telling us')),
    'Dana is thanked',
  );
  await desk.settled();
  expect(desk.threadOf(said).flatMap(buttonsOf)).toEqual([]);
  expect(desk.threadOf(said)).toHaveLength(2);
  await desk.cardOf(id, (text) => text.includes('Solved and confirmed'));
});

test('“Still broken” opens the ticket again and says so on the card', async () => {
  const { said, id, answer } = await approved();
  await desk.press('Dana', answer, 'Still broken');
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  await eventually(
    () => desk.threadOf(said).some((message) => words(message).includes('We are on it again')),
    'Dana reads that we are on it',
  );
  await desk.cardOf(id, (text) => text.includes('The last answer did not settle it'));
});

test('“Still broken” after “Yes, it works” reopens the solved ticket when the customer writes', async () => {
  const { said, id, answer } = await approved();
  await desk.press('Dana', answer, 'Yes, it works');
  await desk.until(id, ({ status }) => status === 'solved', 'solved');
  desk.say('Dana', 'It fails again, same error', { thread: said });
  const ticket = await desk.until(id, ({ status }) => status === 'open', 'open again');
  expect(ticket.reopened).toHaveLength(1);
});

test('nobody but the person who asked can say that it works', async () => {
  const { id, answer } = await approved();
  await desk.press('Marcus', answer, 'Yes, it works');
  await desk.toldPrivately('Marcus', 'Only the person who asked');
  expect((await desk.ticket(id)).status).toBe('pending');
});
