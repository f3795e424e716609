import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf } from '../support/practice-names.ts';
import { buttonsOf, type Shape, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const question = 'I exported my orders and all the umlauts look broken in Excel. What am I doing wrong?';
const noIdea = 'Our coffee machine in the Lisbon office hums a sad tune and wants a new belt. Can you help?';

async function asked(text = question) {
  const said = desk.say('Mei', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (shown) => shown.includes('Draft') || shown.includes('No draft'));
  return { said, id, card };
}

test('thumbs on a draft stand on the card with their names, one for each person, and can be changed', async () => {
  const { id, card } = await asked();
  await desk.press('Ana', card, '👎');
  await desk.cardOf(id, (shown) => shown.includes('👎 @Ana Ruiz'));
  await desk.press('Ana', card, '👍');
  const shown = await desk.cardOf(id, (text) => text.includes('👍 @Ana Ruiz'));
  expect(words(shown)).not.toContain('👎 @Ana Ruiz');
  expect((await desk.ticket(id)).drafts[0]?.ratings).toMatchObject([{ by: 'slack:U06ANA', rating: 'up' }]);
  expect(buttonsOf(shown)).toContain('Approve & send');
  expect(desk.cardsOf(id)).toHaveLength(1);
});

test('the number behind the confidence opens with what it rests on and who made the draft', async () => {
  const { id, card } = await asked();
  await desk.press('Ana', card, 'Why this confidence');
  const form = words((await desk.formOf('Ana')).view as Shape);
  const draft = (await desk.ticket(id)).drafts[0]!;
  expect(form).toContain(draft.confidence.toFixed(2));
  expect(form).toContain('The engine’s own number: no draft had been decided by then.');
  expect(form).toContain(draft.persona.hash);
  expect(form).toContain(draft.sources[0]!.id);
  expect(form).toContain('none: this engine is free');
});

test('what the desk does not know is marked for the Escalation Manager until somebody takes it', async () => {
  const { id, card } = await asked(noIdea);
  await desk.cardOf(id, (shown) => shown.includes('🔎 For the Escalation Manager: '));
  const before = await desk.ticket(id);
  expect(before.route?.to).toBe('escalation_manager');
  await desk.command('Grace', '/ticket list escalations', 'support-triage');
  await desk.toldPrivately('Grace', /Escalations · 1 ticket[\s\S]*🔎 desk not sure/);
  await desk.settled();
  expect(desk.threadOf(card)).toEqual([]);
  await desk.press('Omar', card, 'Claim');
  const taken = await desk.cardOf(id, (shown) => !shown.includes('🔎'));
  expect(words(taken)).toContain('@Omar Haddad');
  expect((await desk.ticket(id)).policies).toEqual(before.policies);
});

test('a manager’s home says honestly that too little was decided, and what was learned from the past', async () => {
  await asked(noIdea);
  const home = await homeOf('Grace', 'How far confidence');
  expect(home).toContain('Not enough decided drafts yet: 0 of 30.');
  expect(home).toMatch(/From \d+ tickets that people corrected or solved, \d+ of them corrected\./);
  expect(home).toContain('Latest corrections: ');
  expect(await homeOf('Ana', 'My queue')).not.toContain('How far confidence');
});

function homeOf(person: 'Ana' | 'Grace', part: string): Promise<string> {
  desk.openHome(person);
  return eventually(() => {
    const text = words((desk.practice.state().homes[idOf(person)] ?? { text: '' }) as Shape);
    return text.includes(part) ? text : undefined;
  }, `${person} sees their home`);
}
