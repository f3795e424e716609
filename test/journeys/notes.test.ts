import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, idOf } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const teamChannels = ['support-triage', 'incidents', 'billing-triage'].map((name) =>
  channelId(name as 'support-triage'),
);
const customers = new Set(['U01DANA', 'U02MARCUS', 'U03MEI', 'U04TOMASZ', 'U05INES']);

/** Everything a customer could read: public channels, direct conversations, private lines, forms and homes. */
function customersSee(): string {
  const { messages, views, homes } = desk.practice.state();
  return JSON.stringify([
    messages.filter(
      ({ channel, ephemeralTo }) =>
        !teamChannels.includes(channel) && (ephemeralTo === undefined || customers.has(ephemeralTo)),
    ),
    views.filter(({ user }) => customers.has(user)),
    Object.entries(homes).filter(([person]) => customers.has(person)),
  ]);
}

test('no word of an internal note reaches the requester, whatever happens to the ticket afterwards', async () => {
  const said = desk.say(
    'Dana',
    'I exported my orders twice and all the umlauts look broken in Excel. What am I doing wrong?',
  );
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);

  await desk.press('Ana', card, 'Note');
  expect(await desk.submit('Ana', { 'Internal note': ' ' })).toEqual({ 'Internal note': 'Write the note.' });
  await desk.submit('Ana', { 'Internal note': 'Zebrafish: she is about to leave us' });
  await desk.until(id, ({ notes }) => notes.length === 1, 'the note is kept');

  desk.say('Omar', 'Quokka: known bug of release 41', { thread: card });
  await desk.until(id, ({ notes }) => notes.length === 2, 'the typed note is kept');
  await desk.cardOf(id, (text) => text.includes('twice'));

  await desk.press('Ana', card, 'Another');
  await desk.until(
    id,
    ({ drafts }) => drafts.at(-1)?.state === 'proposed' && drafts.length > 1,
    'a new draft',
  );
  await desk.press('Ana', card, 'Reply');
  await desk.submit('Ana', {
    'Public reply': 'We found the cause.',
    'After sending': 'Ask whether it works',
  });
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'answered');
  await desk.press('Ana', card, 'Solve');
  await desk.submit('Ana', { 'What solved it': 'Axolotl: rolled release 41 back' });
  await desk.until(id, ({ status }) => status === 'solved', 'solved');
  desk.say('Dana', 'It is back again', { thread: said });
  await desk.until(id, ({ status }) => status === 'open', 'open again');
  desk.pass(2_500);
  await desk.command('Dana', `/ticket show ${id}`);
  await desk.formOf('Dana');
  await desk.command('Dana', '/ticket mine');
  await desk.command('Dana', '/ticket search quokka');
  await desk.command('Dana', '/ticket search zebrafish');
  desk.openHome('Dana');
  await eventually(() => desk.practice.state().homes[idOf('Dana')], 'her home shows');
  await desk.settled();

  const seen = customersSee();
  expect(seen).toContain('We found the cause.');
  for (const word of ['Zebrafish', 'Axolotl', 'about to leave', 'release 41'])
    expect(seen).not.toContain(word);
  // She searched for this word herself; what stood behind it is not shown.
  expect(seen).not.toContain('known bug');
  expect((await desk.ticket(id)).messages.map(({ text }) => text)).not.toContain(
    'Quokka: known bug of release 41',
  );
});

test('the team reads the notes under “Show everything”', async () => {
  const said = desk.say(
    'Dana',
    'I exported my orders twice and all the umlauts look broken in Excel. What am I doing wrong?',
  );
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id);
  desk.say('Omar', 'Quokka: known bug', { thread: card });
  await desk.until(id, ({ notes }) => notes.length === 1, 'the note is kept');
  await desk.pick('Ana', card, 'More…', 'Show everything');
  const form = await desk.formOf('Ana');
  expect(words(form.view as Parameters<typeof words>[0])).toContain('Quokka: known bug');
});

test('a note with nothing but a file is kept by its name', async () => {
  const id = await desk.ticketOf(desk.say('Dana', 'Orders are created twice'));
  const card = await desk.cardOf(id);
  const file = {
    name: 'trace.log',
    mimetype: 'text/plain',
    contentBase64: Buffer.from('x').toString('base64'),
  };
  desk.say('Omar', '', { thread: card, files: [file] });
  const { notes } = await desk.until(id, (ticket) => ticket.notes.length === 1, 'the note is kept');
  expect(notes[0]?.internalText).toBe('trace.log');
});
