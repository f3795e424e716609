import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const minute = 60_000;

async function anOutage(person: 'Dana' | 'Marcus' = 'Dana', text = 'Checkout is down, nobody can pay.') {
  const said = desk.say(person, text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (_, shown) => buttonsOf(shown).includes('Open war room'));
  desk.pass(2 * minute);
  return { said, id, card };
}

const incident = (id: string) =>
  eventually(() => loadIncident({ store: desk.store }, id), `${id} is declared`);

test('a critical ticket becomes a war room with one press, and its card says so', async () => {
  const { id, card } = await anOutage();
  expect((await desk.ticket(id)).triage?.severity).toBe('P1');
  await desk.press('Ana', card, 'Open war room');
  await desk.toldPrivately('Ana', 'INC-1 is declared');
  expect((await incident('INC-1')).tickets.map(({ ticket }) => ticket)).toEqual([id]);
  await desk.cardOf(id, (text) => text.includes('INC-1'));
  await desk.command('Omar', `/ticket war-room ${id}`, 'support-triage');
  await desk.toldPrivately('Omar', `INC-1 is under way for ${id}`);
});

test('a critical ticket is asked about in the thread of its card, however long the draft takes', async () => {
  const { card } = await anOutage();
  const asked = await eventually(
    () => desk.messages().find(({ text }) => text.includes('Does it need a war room?')),
    'the question',
  );
  expect(asked.threadTs).toBe(card.ts);
});

test('whoever only asks questions is told nothing about war rooms', async () => {
  const { card } = await anOutage();
  await desk.press('Ana', card, 'Open war room');
  await incident('INC-1');
  for (const text of ['war-room', 'war-room list', 'war-room INC-1 status', 'INC-1', 'war-room help']) {
    await desk.command('Dana', `/ticket ${text}`);
  }
  await desk.settled();
  const told = desk.privateLines('Dana').map((line) => line.words);
  expect(told.filter((line) => line === 'Only the support team can do that.')).toHaveLength(5);
  expect(told.join()).not.toContain('INC-1 ');
});

test('what is said of an incident by command stands in its log', async () => {
  const { id, card } = await anOutage();
  await desk.press('Ana', card, 'Open war room');
  await incident('INC-1');
  await desk.command('Grace', '/ticket war-room severity P2 only one region', 'support-triage');
  await desk.toldPrivately('Grace', 'INC-1 is P2 now');
  await desk.command('Omar', '/ticket war-room note the load balancer was changed at nine', 'support-triage');
  await desk.toldPrivately('Omar', 'Noted');
  await desk.command('Omar', '/ticket war-room task @Omar roll it back', 'support-triage');
  await desk.toldPrivately('Omar', 'The task is on');
  await desk.command('Omar', '/ticket war-room task done 1', 'support-triage');
  await desk.toldPrivately('Omar', 'Task 1 is done');
  await desk.command(
    'Grace',
    '/ticket war-room impact Checkout fails, not affected: logins',
    'support-triage',
  );
  await desk.toldPrivately('Grace', 'card says so');
  const now = await incident('INC-1');
  expect(now).toMatchObject({
    severity: 'P2',
    impact: { what: 'Checkout fails', notAffected: 'logins' },
    tasks: [{ text: 'roll it back', done: {} }],
  });
  await desk.command('Omar', `/ticket war-room detach ${id}`, 'support-triage');
  await desk.toldPrivately('Omar', 'Your part in this incident does not include that');
});

test('a ticket of an incident cannot be solved before its requester knows the end', async () => {
  const { id, card } = await anOutage();
  await desk.press('Ana', card, 'Open war room');
  await desk.until(id, (ticket) => ticket.incident?.joined === true, 'it belongs to the incident');
  await desk.press('Ana', card, 'Solve');
  await desk.toldPrivately('Ana', 'its requester gets the final update first');
  expect((await desk.ticket(id)).status).not.toBe('solved');
});

test('a false alarm is called off, and its ticket is like any other again', async () => {
  const { id, card } = await anOutage();
  await desk.press('Ana', card, 'Open war room');
  await desk.until(id, (ticket) => ticket.incident?.joined === true, 'it belongs to the incident');
  await desk.command('Ana', '/ticket war-room cancel it was our own test', 'support-triage');
  await desk.toldPrivately('Ana', 'INC-1 is called off');
  await desk.until(id, (ticket) => ticket.incident === undefined, 'it left the incident');
  await desk.cardOf(id, (_, shown) => buttonsOf(shown).includes('Open war room'));
});

test('a question that only begins like the command is a ticket', async () => {
  await desk.command('Dana', '/ticket war-room is slow since this morning and calls drop');
  await desk.toldPrivately('Dana', 'your ticket is');
});

test('with forms: a lesser ticket asks first, and a resolution names its reviewer', async () => {
  const said = desk.say('Marcus', 'How do I export my invoices as a spreadsheet?');
  const id = await desk.ticketOf(said);
  await desk.cardOf(id);
  await desk.command('Ana', `/ticket war-room ${id} restricted`, 'support-triage');
  const form = await desk.formOf('Ana');
  expect(words(form.view as never)).toContain('war room is for what is critical');
  await desk.submit('Ana', { 'How grave is it?': '🟠 P2 high' });
  const declared = await incident('INC-1');
  expect(declared).toMatchObject({ visibility: 'restricted', severity: 'P2' });
  await desk.command('Grace', '/ticket war-room resolve', 'support-triage');
  await desk.formOf('Grace');
  const problems = await desk.submit('Grace', {
    'What was it, and what solved it?': 'A wrong menu',
    'Was data lost?': 'No',
  });
  expect(Object.values(problems).join()).toContain('required');
});

test('resolved by form, its ticket stays until its requester knows; what is back is reopened', async () => {
  const { id, card } = await anOutage();
  await desk.press('Ana', card, 'Open war room');
  await desk.until(id, (ticket) => ticket.incident?.joined === true, 'it belongs to the incident');
  await desk.command('Grace', '/ticket war-room resolve a wrong route', 'support-triage');
  await desk.formOf('Grace');
  await desk.submit('Grace', { 'Was data lost?': 'No', 'Who writes the review?': idOf('Ana') });
  await eventually(
    async () => ((await incident('INC-1')).lifecycle === 'resolved' ? true : undefined),
    'it is resolved',
  );
  expect((await incident('INC-1')).resolved).toMatchObject({ text: 'a wrong route', dataLoss: 'no' });
  expect((await desk.ticket(id)).incident?.incident).toBe('INC-1');
  await desk.command('Omar', '/ticket war-room INC-1 reopen errors again', 'support-triage');
  await desk.toldPrivately('Omar', 'INC-1 is open again');
  expect(await incident('INC-1')).toMatchObject({
    lifecycle: 'active',
    reopened: [{ reason: 'errors again' }],
  });
});

test('other tickets are added by command and from their card, once, and not to two', async () => {
  const first = await anOutage();
  await desk.press('Ana', first.card, 'Open war room');
  await desk.until(first.id, (ticket) => ticket.incident?.joined === true, 'it belongs to the incident');
  const other = await anOutage('Marcus', 'Payments are down for all our shops');
  await desk.pick('Omar', other.card, 'More…', 'Add to a war room…');
  await desk.formOf('Omar');
  const { title } = await incident('INC-1');
  await desk.submit('Omar', { Incident: `INC-1 ${title}` });
  await desk.until(other.id, (ticket) => ticket.incident?.joined === true, 'it belongs to it as well');
  await desk.command('Omar', `/ticket war-room attach ${other.id} T-9999`, 'support-triage');
  await desk.toldPrivately('Omar', `${other.id} belongs to INC-1 already.`);
  await desk.toldPrivately('Omar', 'There is no ticket T-9999.');
  await desk.command('Ana', `/ticket war-room ${other.id}`, 'support-triage');
  await desk.toldPrivately('Ana', `INC-1 is under way for ${other.id}`);
});

test('who may not do something is told so before filling in a form, and half a command is asked about', async () => {
  const { card } = await anOutage();
  await desk.press('Ana', card, 'Open war room');
  await incident('INC-1');
  for (const word of ['resolve', 'severity P2', 'impact', 'merge', 'status identified', 'detach'])
    await desk.command('Omar', `/ticket war-room ${word}`, 'support-triage');
  await desk.settled();
  const refused = desk.privateLines('Omar').filter((line) => line.words.includes('does not include that'));
  expect(refused).toHaveLength(6);
  expect(desk.practice.state().views.filter(({ user }) => user === idOf('Omar'))).toEqual([]);
  await desk.command('Grace', '/ticket war-room reopen', 'support-triage');
  await desk.toldPrivately('Grace', 'INC-1 is under way');
  await desk.command('Omar', '/ticket war-room task done', 'support-triage');
  await desk.toldPrivately('Omar', 'Which one?');
  expect((await incident('INC-1')).tasks).toEqual([]);
  await desk.command('Grace', '/ticket war-room status identified', 'support-triage');
  const form = await desk.formOf('Grace');
  expect(words(form.view as never)).toContain('It begins the next update to customers');
});
