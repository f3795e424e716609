import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { channelId, idOf, type PersonName } from '../support/practice-names.ts';
import { controlsIn, labelOf, optionsOf, type Shape, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk({
    settings: (text) =>
      text.replace(
        'when: { category: billing } }',
        'when: { category: billing }, channel: "#billing-triage" }',
      ),
  });
});
afterEach(() => desk.close());

const outage = 'Checkout fails with error 502 for all our users since 10:00';

async function aTicket(person: PersonName, text: string) {
  const id = await desk.ticketOf(desk.say(person, text));
  return { id, card: await desk.cardOf(id) };
}

test('a queue with a channel of its own has its cards there', async () => {
  const { card } = await aTicket('Marcus', 'We were charged twice on the October invoice, please check');
  expect(card.channel).toBe(channelId('billing-triage'));
});

test('a ticket that goes to another queue takes its card along and leaves a line behind', async () => {
  const { id, card } = await aTicket('Dana', outage);
  expect(card.channel).toBe(channelId('support-triage'));
  await desk.pick('Ana', card, 'Change queue', 'Queue: billing');
  const moved = await eventually(
    () => desk.cardsOf(id).find(({ channel }) => channel === channelId('billing-triage')),
    'the card stands in the other channel',
  );
  await eventually(() => {
    const left = desk.messages().find(({ ts }) => ts === card.ts);
    return left && words(left).includes('is now worked in') && controlsIn(left.blocks).length === 0;
  }, 'the old one says where');
  await desk.press('Ana', moved, 'Claim');
  await desk.until(id, ({ assignee }) => assignee !== undefined, 'the new card works');
});

function homeOf(person: PersonName): string {
  return words((desk.practice.state().homes[idOf(person)] ?? { text: '' }) as Shape);
}

test('an agent’s home shows what is theirs, at risk and unassigned; a requester’s what they asked', async () => {
  const mine = await aTicket('Marcus', 'The weekly report has the wrong time zone');
  await desk.press('Ana', mine.card, 'Claim');
  await desk.until(mine.id, ({ assignee }) => assignee !== undefined, 'Ana has it');
  const urgent = await aTicket('Dana', outage);
  desk.openHome('Ana');
  await eventually(() => homeOf('Ana').includes('My queue'), 'her home shows');
  const [, own = '', atRisk = '', unassigned = ''] =
    /My queue([\s\S]*)At risk([\s\S]*)Unassigned([\s\S]*)/.exec(homeOf('Ana')) ?? [];
  expect(own).toContain(mine.id);
  expect(own).not.toContain(urgent.id);
  expect(atRisk).toContain(urgent.id);
  expect(unassigned).toContain('also at risk');
  expect(unassigned).not.toContain(mine.id);

  desk.openHome('Dana');
  await eventually(() => homeOf('Dana').includes(urgent.id), 'Dana sees hers');
  expect(homeOf('Dana')).not.toContain(mine.id);
  expect(homeOf('Dana')).not.toContain('Unassigned');
});

test('/ticket list gives the team its lists, and everybody else their own tickets', async () => {
  const one = await aTicket('Dana', outage);
  const other = await aTicket('Marcus', 'We were charged twice on the October invoice');
  await desk.command('Ana', '/ticket list', 'support-triage');
  const all = words(await desk.toldPrivately('Ana', 'Open tickets · 2 tickets'));
  expect(all).toContain(one.id);
  expect(all).toContain(other.id);
  await desk.command('Ana', '/ticket list billing', 'support-triage');
  expect(words(await desk.toldPrivately('Ana', 'Queue billing'))).not.toContain(one.id);
  await desk.command('Ana', '/ticket list at-risk', 'support-triage');
  expect(words(await desk.toldPrivately('Ana', 'At risk'))).toContain(one.id);
  await desk.command('Ana', '/ticket list solved', 'support-triage');
  await desk.toldPrivately('Ana', 'Solved ·');
  await desk.command('Ana', '/ticket list nonsense', 'support-triage');
  await desk.toldPrivately('Ana', 'There is no list “nonsense”');
  await desk.command('Dana', '/ticket list');
  const hers = words(await desk.toldPrivately('Dana', 'Your tickets'));
  expect(hers).toContain(one.id);
  expect(hers).not.toContain(other.id);
});

test('/ticket show opens the whole story for the team and the public part for its requester alone', async () => {
  const { id } = await aTicket('Dana', outage);
  await desk.command('Ana', `/ticket show ${id.toLowerCase()}`, 'support-triage');
  expect(words((await desk.formOf('Ana')).view as Shape)).toMatch(/Checkout fails[\s\S]+Latest draft/);
  await desk.command('Dana', `/ticket show ${id}`);
  const hers = words((await desk.formOf('Dana')).view as Shape);
  expect(hers).toContain('Checkout fails');
  expect(hers).not.toContain('draft');
  await desk.command('Dana', `/ticket ${id}`);
  expect(words((await desk.formOf('Dana')).view as Shape)).toContain('Checkout fails');
  await desk.command('Marcus', `/ticket show ${id}`);
  await desk.toldPrivately('Marcus', `There is no ticket ${id} that you can see.`);
});

test('/ticket mine, help and search answer in one private line each', async () => {
  const { id, card } = await aTicket('Dana', outage);
  await desk.press('Ana', card, 'Claim');
  await desk.until(id, ({ assignee }) => assignee !== undefined, 'Ana has it');
  await desk.command('Ana', '/ticket mine', 'support-triage');
  expect(words(await desk.toldPrivately('Ana', 'Your tickets'))).toContain(id);
  await desk.command('Mei', '/ticket help');
  expect(words(await desk.toldPrivately('Mei', 'How to use /ticket'))).toContain('/ticket search refund');
  await desk.command('Ana', '/ticket search checkout 502', 'support-triage');
  const found = words(await desk.toldPrivately('Ana', 'Found for “checkout 502”'));
  expect(found).toContain(id);
  expect(found).toContain('Error 502 at checkout');
  await desk.command('Mei', '/ticket search checkout 502');
  expect(words(await desk.toldPrivately('Mei', 'Found for'))).not.toContain(id);
  expect(await desk.opened()).toEqual([id]);
});

test('a ticket picked in a list opens', async () => {
  const { id } = await aTicket('Dana', outage);
  await desk.command('Ana', '/ticket list', 'support-triage');
  const list = await desk.toldPrivately('Ana', 'Open tickets');
  const menu = controlsIn(list.blocks).find((control) => labelOf(control) === 'Open a ticket…')!;
  await desk.pick('Ana', list, 'Open a ticket…', optionsOf(menu).find(({ value }) => value === id)!.label);
  expect(words((await desk.formOf('Ana')).view as Shape)).toContain(outage);
});

test('only the team reads the intake journal', async () => {
  desk.say('Marcus', 'Thanks!');
  await desk.settled();
  await desk.command('Dana', '/ticket journal');
  await desk.toldPrivately('Dana', 'Only the support team can read the intake journal.');
});
