import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf, type Incident } from '../../src/domain/incident/incident.ts';
import type { LeadRole } from '../../src/domain/incident/words.ts';
import { minute, second } from '../../src/domain/time.ts';
import type { PracticeMessage } from '../../src/practice/control.ts';
import { askedBy } from '../../src/workflows/change-ticket.ts';
import { loadIncident } from '../../src/workflows/incident/change-incident.ts';
import { openWarRoom } from '../../src/workflows/incident/tickets/open-war-room.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf, keyOf, type PersonName } from '../support/practice-names.ts';
import { buttonsOf, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

/** Omar declares an incident about what Dana wrote. */
async function declared(text = 'Checkout fails with error 502 for all our customers'): Promise<string> {
  const ticket = await desk.ticketOf(desk.say('Dana', text));
  await desk.until(ticket, ({ triage }) => triage !== undefined, 'sorted');
  const inside = desk.running.desk;
  await openWarRoom(
    inside,
    { ticket, from: 'button', severity: 'P1', visibility: 'open', tickets: [] },
    askedBy(inside, `slack:${idOf('Omar')}`, inside.clock.now()),
  );
  return eventually(async () => (await desk.running.desk.store.incidents({ ticket }))[0]?.id, 'an incident');
}

const incident = async (id: string): Promise<Incident> => (await loadIncident(desk.running.desk, id))!;
const until = (id: string, holds: (now: Incident) => boolean, what: string) =>
  eventually(async () => {
    const now = await incident(id);
    return holds(now) ? now : undefined;
  }, what);

const isAsked = (role: LeadRole, person: PersonName) => (now: Incident) =>
  now.roles[role].state === 'offered' && now.roles[role].person === `slack:${idOf(person)}`;
const has = (role: LeadRole, person: PersonName) => (now: Incident) =>
  holderOf(now, role) === `slack:${idOf(person)}`;

/** The desk's messages of a kind to this person, as they stand, oldest first. */
const toldBy = (person: PersonName, kind: string) =>
  desk.messages().filter((message) => {
    const [, what = ''] = (keyOf(message) ?? '').split('/');
    return !message.deleted && what.startsWith(kind) && what.includes(`:slack:${idOf(person)}`);
  });
const message = (person: PersonName, kind: string, part: string | RegExp): Promise<PracticeMessage> =>
  eventually(
    () => toldBy(person, kind).findLast((each) => words(each).match(part) !== null),
    () => `${person} reads ${part} instead of ${toldBy(person, kind).map(words).join('\n---\n')}`,
  );

test('nobody accepts: the next one after three minutes, managers are alarmed, the declarer acts after ten', async () => {
  const id = await declared();
  const offer = await message('Grace', 'offer:commander', 'Will you be commander?');
  expect(buttonsOf(offer)).toEqual(['Accept', 'Decline']);
  expect(words(offer)).toMatch(/Decide what is done next/);
  await message('Sofie', 'offer:liaison', 'customer liaison');
  desk.pass(3 * minute + second);
  await until(id, isAsked('commander', 'Ana'), 'Ana is asked');
  const silent = await message('Grace', 'offer:commander', 'time to answer is over');
  expect(words(silent)).toContain('was asked next');
  expect(buttonsOf(silent)).toEqual([]);
  desk.pass(3 * minute + second);
  await until(id, ({ roles }) => roles.commander.state === 'exhausted', 'nobody is left');
  const alarm = await message('Grace', 'nudge:role:commander', 'nobody has accepted to be commander');
  expect(buttonsOf(alarm)[0]).toBe('Take it: commander');
  desk.pass(4 * minute);
  const acting = await until(id, ({ roles }) => roles.commander.acting === true, 'somebody acts');
  expect(has('commander', 'Omar')(acting)).toBe(true);
  await message('Omar', 'acting:commander', 'You act as commander');
  await desk.press('Grace', alarm, 'Take it: commander');
  await until(id, ({ roles }) => roles.commander.state === 'accepted', 'Grace leads');
  expect(has('commander', 'Grace')(await incident(id))).toBe(true);
  await message('Omar', 'acting:commander', 'You do not any more');
  await message('Grace', 'duties:commander', 'You are commander.');
});

test('whoever accepts leads; the others are asked for the other parts, and a decline asks the next at once', async () => {
  const id = await declared();
  await desk.press('Grace', await message('Grace', 'offer:commander', 'Will you'), 'Decline');
  await message('Grace', 'offer:commander', 'You said no');
  await until(id, isAsked('commander', 'Ana'), 'Ana is asked');
  const offer = await message('Ana', 'offer:commander', 'Will you');
  await desk.press('Ana', offer, 'Accept');
  const led = await until(id, has('commander', 'Ana'), 'Ana leads');
  expect(led.lifecycle).toBe('active');
  expect(buttonsOf(await message('Ana', 'offer:commander', 'You are commander. Thank you.'))).toEqual([
    'Hand over…',
  ]);
  await until(id, isAsked('deputy', 'Grace'), 'Grace is asked to be deputy');
});

test('a part is handed over by form; who has it keeps it until the other one accepts', async () => {
  const id = await declared();
  await desk.press('Grace', await message('Grace', 'offer:commander', 'Will you'), 'Accept');
  const mine = await message('Grace', 'offer:commander', 'Thank you');
  await desk.press('Grace', mine, 'Hand over…');
  expect(await handTo('Grace', 'Dana', '')).toEqual([
    'Only somebody of the support team can have a part in it.',
  ]);
  expect(await handTo('Grace', 'Omar', 'The database is next.')).toEqual([]);
  await until(id, isAsked('commander', 'Omar'), 'Omar is asked');
  expect(has('commander', 'Grace')(await incident(id))).toBe(true);
  const offer = await message('Omar', 'offer:commander', 'Will you take over as commander?');
  expect(words(offer)).toContain('The database is next.');
  await desk.press('Omar', offer, 'Accept');
  await until(id, has('commander', 'Omar'), 'Omar leads');
});

test('parts are given and taken by command, by name; a second one only when it is confirmed', async () => {
  const id = await declared();
  await desk.command('Sofie', `/ticket war-room ${id} role liaison me`);
  await until(id, has('liaison', 'Sofie'), 'Sofie is liaison');
  await desk.command('Sofie', `/ticket war-room ${id} role commander me`);
  const both = await desk.toldPrivately('Sofie', 'One person can hardly do both for long');
  expect(has('liaison', 'Sofie')(await incident(id))).toBe(true);
  await desk.press('Sofie', both, 'Take it as well');
  const now = await until(id, has('commander', 'Sofie'), 'Sofie is both');
  expect(has('liaison', 'Sofie')(now)).toBe(true);
  await desk.command(
    'Sofie',
    `/ticket war-room ${id} handover liaison @Omar Haddad the draft is nearly done`,
  );
  const offer = await message('Omar', 'offer:liaison', 'the draft is nearly done');
  await desk.press('Omar', offer, 'Accept');
  await until(id, has('liaison', 'Omar'), 'Omar is liaison');
  await desk.command('Sofie', `/ticket war-room ${id} role specialist database @grace`);
  await message('Grace', 'called:database', 'You are called in');
  await desk.command('Sofie', `/ticket war-room ${id} role deputy @Nobody`);
  await desk.toldPrivately('Sofie', 'There is nobody called @Nobody at this desk. Write it like');
  await desk.command('Sofie', `/ticket war-room ${id} role specialist database dana@acme.test`);
  await desk.toldPrivately('Sofie', 'does not know whether they may see this');
  await desk.command('Sofie', `/ticket war-room ${id} role`);
  await desk.toldPrivately('Sofie', 'who has which part');
});

test('who knows the matter of a ticket is called in, once', async () => {
  await declared('The invoice of November was charged twice to our card for all our shops');
  await message('Sofie', 'called:billing', 'you know about billing');
  await desk.settled();
  expect(toldBy('Sofie', 'called:')).toHaveLength(1);
});

/** Fills the open form for handing over and sends it; answers its problems. */
async function handTo(by: PersonName, to: PersonName, note: string) {
  const open = await desk.formOf(by);
  const blocks = (open.view as { blocks: readonly { block_id: string; element?: Record<string, unknown> }[] })
    .blocks;
  const values: Record<string, Record<string, unknown>> = {};
  for (const { block_id, element } of blocks) {
    const type = element?.type;
    const action = String(element?.action_id);
    if (type === 'users_select') values[block_id] = { [action]: { type, selected_user: idOf(to) } };
    if (type === 'static_select')
      values[block_id] = { [action]: { type, selected_option: element?.initial_option } };
    if (type === 'plain_text_input') values[block_id] = { [action]: { type, value: note } };
  }
  const { errors = {} } = await desk.practice.control.submit({ as: idOf(by), viewId: open.id, values });
  return Object.values(errors);
}
