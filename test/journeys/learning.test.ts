import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import type { PersonName } from '../support/practice-names.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const words = {
  Mei: 'The loyalty stamps of our regulars vanished from the till overnight',
  Tomasz: 'Loyalty stamps of two regulars vanished from our till, can you put them back?',
  Marcus: 'Our till shows no loyalty stamps for regulars any more, they vanished',
  Dana: 'Loyalty stamps vanished from the till again for one of our regulars',
} as const;

async function sorted(person: PersonName & keyof typeof words) {
  const id = await desk.ticketOf(desk.say(person, words[person]));
  const { triage } = await desk.until(id, (ticket) => ticket.triage !== undefined, 'it is sorted');
  return { id, card: await desk.cardOf(id), triage: triage! };
}

test('what agents correct is how the next such ticket is sorted, and its card says from whom that was learned', async () => {
  const first = await sorted('Mei');
  expect(first.triage.category).not.toBe('account');
  await desk.pick('Ana', first.card, 'Change category', 'Category: account');
  await desk.until(first.id, ({ triage }) => triage?.category === 'account', 'corrected');
  const { lessons, corrected } = desk.running.desk.experience.learned();
  const second = await sorted('Tomasz');
  expect(second.triage.category).toBe('account');
  expect(second.triage.reasons.category).toContain(`${first.id}, corrected by Ana Ruiz`);
  await desk.cardOf(second.id, (text) => text.includes(`like ${first.id}, corrected by Ana Ruiz`));
  expect({ lessons, corrected }).toEqual({
    lessons: desk.running.desk.experience.learned().lessons,
    corrected: desk.running.desk.experience.learned().corrected,
  });
  expect(desk.running.desk.experience.learned().latest[0]).toMatchObject({
    ticket: first.id,
    by: 'slack:U06ANA',
  });
});

test('a ticket that is judged again does not learn from itself', async () => {
  const first = await sorted('Mei');
  await desk.pick('Ana', first.card, 'Change category', 'Category: account');
  await desk.until(first.id, ({ triage }) => triage?.category === 'account', 'corrected');
  const opinion = desk.running.desk.experience.triage({ ticket: first.id, text: words.Mei });
  expect(opinion?.category?.like?.ticket).not.toBe(first.id);
});
