import { afterEach, beforeEach, expect, test } from 'vitest';
import { hour } from '../../src/domain/time.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import type { Said } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

/** The way through the practice workspace that the README shows, and what it says is there to see. */
let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const inThread = (said: Said, button: string) =>
  eventually(() => desk.threadOf(said).find((message) => buttonsOf(message).includes(button)), button);

test('an hour after “Still broken” Ana sends the update that lies ready, and Dana says that it is fine', async () => {
  const said = desk.say('Dana', 'Checkout fails with error 502 for all our users since 10:00');
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (_, shown) => buttonsOf(shown).includes('Approve & send'));
  await desk.press('Ana', card, 'Approve & send');
  const answer = await inThread(said, 'Still broken');
  await desk.press('Dana', answer, 'Still broken');
  await desk.until(id, ({ disputes }) => disputes?.length === 1, 'it is still broken');
  await desk.settled();

  desk.pass(hour);
  const notice = await eventually(
    () =>
      desk
        .messages()
        .find(
          (each) =>
            each.channel.startsWith('D') &&
            words(each).includes(id) &&
            !words(each).includes('Can somebody help') &&
            buttonsOf(each).includes('Send update'),
        ),
    'a direct message with the update',
  );
  expect(words(notice)).toContain('next answer was due');
  await desk.press('Ana', notice, 'Send update');
  const update = await inThread(said, 'That is fine');
  await desk.press('Dana', update, 'That is fine');
  await desk.cardOf(id, (text) => text.includes('🤝 Agreed by'));
});
