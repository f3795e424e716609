import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const alert = 'Monitoring 10:02:11: the checkout answers with error 502 in all shops';

test('a flood of one alert is one full card, short cards for the copies, and one button for them all', async () => {
  const first = await desk.ticketOf(desk.say('Dana', alert));
  await desk.cardOf(first);
  const said = desk.say('Marcus', alert.replace('10:02:11', '10:03:40'));
  const copy = await desk.ticketOf(said);
  const short = await desk.cardOf(copy, (text) => text.includes(`Copy of ${first}`));
  expect(buttonsOf(short)).toEqual([
    expect.stringMatching(/^⏱ First answer by .*\d\d:\d\d$/),
    'Claim',
    'Draft an answer',
    'Show everything',
  ]);
  expect((await desk.ticket(copy)).drafts).toEqual([]);
  await eventually(
    () => desk.threadOf(said).find((message) => words(message).includes(copy)),
    'Marcus is told that his message arrived',
  );

  const full = await desk.cardOf(first, (text) => text.includes(`1 ticket more like it: ${copy}`));
  await desk.press('Ana', full, 'Put it together with this one');
  await desk.cardOf(first, (text) => text.includes('1 linked copy'));
  expect(await desk.ticket(copy)).toMatchObject({ links: [{ ticket: first, kind: 'duplicate' }] });
});

test('who claims a copy has the whole story and its draft for the asking', async () => {
  const first = await desk.ticketOf(desk.say('Dana', alert));
  await desk.cardOf(first);
  const copy = await desk.ticketOf(desk.say('Marcus', alert));
  const short = await desk.cardOf(copy, (text) => text.includes(`Copy of ${first}`));
  await desk.press('Ana', short, 'Draft an answer');
  const whole = await desk.cardOf(copy, (text) => text.includes('Draft ·') || text.includes('No draft'));
  expect(words(whole)).toContain(alert);
});
