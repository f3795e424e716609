import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { buttonsOf, fieldsOf, type Shape, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const question = 'I exported my orders and all the umlauts look broken in Excel. What am I doing wrong?';

async function asked() {
  const said = desk.say('Mei', question);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (_, { blocks = [] }) =>
    buttonsOf({ blocks }).includes('Approve & send'),
  );
  return { said, id, card };
}

function publicWords(said: Parameters<PracticeDesk['threadOf']>[0]): string[] {
  return desk.threadOf(said).map(words);
}

test('Edit shows the draft with the last words of the requester, and sends what the agent made of it', async () => {
  const { said, id, card } = await asked();
  await desk.press('Ana', card, 'Edit');
  const form = (await desk.formOf('Ana')).view as Shape;
  expect(words(form)).toContain(question);
  const draft = (await desk.ticket(id)).drafts[0]!;
  expect(fieldsOf(form).get('Public reply')?.element.initial_value).toBe(draft.text);
  await desk.submit('Ana', { 'Public reply': 'Open the file with Data → From Text, and choose UTF-8.' });
  await eventually(() => publicWords(said).find((text) => text.includes('choose UTF-8')), 'it is sent');
  const { replies, drafts, status } = await desk.ticket(id);
  expect(replies).toMatchObject([{ edited: true, draft: draft.draft, next: 'ask', by: 'slack:U06ANA' }]);
  expect(drafts[0]?.state).toBe('sent');
  expect(status).toBe('pending');
});

test('an empty reply is refused in the form', async () => {
  const { card } = await asked();
  await desk.press('Ana', card, 'Reply');
  expect(await desk.submit('Ana', { 'Public reply': '   ' })).toEqual({
    'Public reply': 'Write what the requester should read.',
  });
});

test('somebody who answered in the last minute is named in the form', async () => {
  const { said, id, card } = await asked();
  desk.say('Omar', 'Looking into it, Mei', { thread: said });
  await desk.until(id, ({ messages }) => messages.length === 2, 'Omar’s words are known');
  await desk.press('Ana', card, 'Reply');
  expect(words((await desk.formOf('Ana')).view as Shape)).toMatch(
    /Omar Haddad answered .+Look at the thread/,
  );
});

test('an answer given while the form was open stops the sending once', async () => {
  const { said, id, card } = await asked();
  await desk.press('Ana', card, 'Edit');
  await desk.formOf('Ana');
  desk.say('Omar', 'It is the encoding, Mei', { thread: said });
  await desk.until(id, ({ messages }) => messages.length === 2, 'Omar’s words are known');
  const problems = await desk.submit('Ana', { 'Public reply': 'It is the encoding.' });
  expect(problems['Public reply']).toMatch(/Somebody answered at .+: “.+” *\. Send again to send yours too/);
  expect(await desk.submit('Ana', { 'Public reply': 'It is the encoding.' })).toEqual({});
  await desk.until(id, ({ replies }) => replies.length === 1, 'sent anyway');
});

test('a draft older than somebody’s answer is not sent without asking', async () => {
  const { said, id, card } = await asked();
  desk.say('Omar', 'Try UTF-8, Mei', { thread: said });
  await desk.until(id, ({ messages }) => messages.length === 2, 'Omar’s words are known');
  await desk.press('Ana', card, 'Approve & send');
  const told = await desk.toldPrivately('Ana', 'answered after this draft was made. It was not sent.');
  expect((await desk.ticket(id)).replies).toEqual([]);
  await desk.press('Ana', told, 'Send anyway');
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'sent after all');
});

test('a discarded draft is gone from the card and cannot be sent from an old one', async () => {
  const { id, card } = await asked();
  await desk.press('Ana', card, 'Discard');
  const shown = await desk.cardOf(
    id,
    (_, { blocks = [] }) => !buttonsOf({ blocks }).includes('Approve & send'),
  );
  expect(buttonsOf(shown)).toContain('New draft');
  expect((await desk.ticket(id)).drafts).toMatchObject([{ state: 'discarded' }]);
});

test('Another makes a new draft in place of the old one', async () => {
  const { id, card } = await asked();
  await desk.press('Ana', card, 'Another');
  const { drafts } = await desk.until(id, (ticket) => ticket.drafts.length === 2, 'a second draft');
  expect(drafts.map(({ state }) => state)).toEqual(['outdated', 'proposed']);
  await desk.settled();
  expect(desk.cardsOf(id)).toHaveLength(1);
});

test('what an agent writes in the requester’s thread is a public reply', async () => {
  const { said, id } = await asked();
  desk.say('Omar', 'Choose UTF-8 when you open it', { thread: said });
  const ticket = await desk.until(id, ({ firstRespondedAt }) => firstRespondedAt !== undefined, 'answered');
  expect(ticket).toMatchObject({ status: 'open', messages: [{ from: 'requester' }, { from: 'desk' }] });
  const card = await desk.cardOf(id, (text) => text.includes('Answered by @Omar Haddad'));
  expect(words(card)).not.toContain('first answer by');
});

test('what the requester writes later reaches the team’s thread and wakes a waiting ticket', async () => {
  const { said, id, card } = await asked();
  await desk.press('Ana', card, 'Approve & send');
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  desk.say('Mei', 'That changed nothing, still ü everywhere', { thread: said });
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  await eventually(
    () => desk.threadOf(card).find((message) => words(message).includes('That changed nothing')),
    'the team reads it',
  );
  desk.pass(2_500);
  const { drafts } = await desk.until(id, (ticket) => ticket.drafts.length === 2, 'a new draft');
  expect(drafts[1]?.state).toBe('proposed');
});
