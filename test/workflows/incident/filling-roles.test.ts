import { expect, test } from 'vitest';
import { Refused } from '../../../src/domain/errors.ts';
import type { IncidentDecision } from '../../../src/domain/incident/decision.ts';
import { declareIncident } from '../../../src/domain/incident/declare.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { holderOf } from '../../../src/domain/incident/incident.ts';
import { acceptRole, handOver } from '../../../src/domain/incident/roles/roles.ts';
import { hour, minute } from '../../../src/domain/time.ts';
import { changeIncident, createIncident } from '../../../src/workflows/incident/change-incident.ts';
import { namedPerson } from '../../../src/workflows/incident/roles/named-person.ts';
import { asks } from '../../domain/incident/an-incident.ts';
import { ana, ben, mia } from '../../support/builders.ts';
import { aWorld } from '../desk.ts';
import { aWarRoom, restarted, type WarRoom } from './a-war-room.ts';

const told = (room: WarRoom, person: string) => room.shown(person).join('\n---\n');

function decide(room: WarRoom, what: (incident: Incident, at: string) => IncidentDecision) {
  return changeIncident(room.desk, 'INC-7', (incident) => what(incident, room.clock.now()));
}

test('whoever cannot be written to is passed over, and the next one is asked without waiting', async () => {
  const plain = await aWorld();
  const post: typeof plain.chat.post = async (post) => {
    if (post.channel === mia) throw new Refused('This account is deactivated.', 'user_disabled');
    return plain.chat.post(post);
  };
  const room = await aWarRoom({}, { world: { ...plain, chat: { ...plain.chat, post } } });
  await room.pass(5000);
  const { commander } = (await room.incident()).roles;
  expect(commander).toMatchObject({ state: 'offered', person: ana, passed: [mia] });
  expect(told(room, ana)).toContain('Will you be commander?');
});

test('the message that asked is the one that settles it, once, also after the process has ended', async () => {
  const room = await aWarRoom();
  await room.pass(3000);
  expect(room.shown(mia)).toHaveLength(1);
  const again = await restarted(room);
  await again.pass(3 * minute);
  expect(told(again, mia)).toContain('time to answer is over');
  expect(again.shown(mia)).toHaveLength(1);
  expect(told(again, ana)).toContain('Will you be commander?');
  const offers = (await again.log()).filter((type) => type === 'role_offered');
  expect(offers).toHaveLength(3);
});

test('the way to the room comes into the message once there is one', async () => {
  const room = await aWarRoom();
  await room.pass(10_000);
  const { channel } = (await room.incident()).room;
  expect(channel).toBeDefined();
  expect(told(room, mia)).not.toContain('It is being made');
  expect(room.shown(mia)).toHaveLength(1);
});

test('of a restricted incident only its number is said outside the room', async () => {
  const room = await aWarRoom({ visibility: 'restricted', title: 'Login of Acme leaks' });
  await room.pass(30 * minute);
  for (const person of [ana, ben, mia]) expect(told(room, person)).not.toMatch(/Acme|leaks/);
  expect(told(room, mia)).toContain('INC-7');
});

test('a drill says so wherever somebody is asked', async () => {
  const room = await aWarRoom({ mode: 'drill' });
  await room.pass(3000);
  expect(told(room, mia)).toMatch(/^DRILL INC-7/);
});

test('who has led for four hours is asked once whether somebody else should go on', async () => {
  const room = await aWarRoom();
  await room.pass(1000);
  await decide(room, (incident, at) => acceptRole(incident, 'commander', asks.manager(at)));
  await room.clock.advance(4 * hour);
  await room.pass(2000);
  expect(told(room, mia).split('You have led this for hours')).toHaveLength(2);
  await room.pass(10 * minute);
  expect(told(room, mia).split('You have led this for hours')).toHaveLength(2);
});

test('who asked to be relieved in vain is told so', async () => {
  const room = await aWarRoom();
  await room.pass(1000);
  await decide(room, (incident, at) => acceptRole(incident, 'commander', asks.manager(at)));
  await room.pass(1000);
  await decide(room, (incident, at) =>
    handOver(incident, { role: 'commander', to: ana, note: 'I must go.' }, asks.manager(at)),
  );
  await room.pass(2000);
  expect(told(room, ana)).toContain('I must go.');
  await room.pass(3 * minute);
  expect(told(room, mia)).toContain('You are still commander');
  expect(holderOf(await room.incident(), 'commander')).toBe(mia);
});

test('who leads another live incident is told so when they are asked', async () => {
  const room = await aWarRoom();
  await room.pass(1000);
  const declared = declareIncident(
    {
      id: 'INC-3',
      title: 'Mail is slow',
      severity: 'P2',
      mode: 'live',
      visibility: 'open',
      from: 'button',
      tickets: [],
      firstUpdateWithinMs: 15 * minute,
    },
    asks.manager(room.clock.now()),
  );
  if ('refused' in declared) throw new Error(declared.refused);
  await createIncident(room.desk, 'INC-3', declared.events);
  await changeIncident(room.desk, 'INC-3', (incident) =>
    acceptRole(incident, 'commander', asks.agent(room.clock.now(), ana)),
  );
  await room.pass(3 * minute);
  expect((await room.incident()).roles.commander.person).toBe(ana);
  expect(told(room, ana)).toContain('You lead INC-3 already. You are asked because nobody else is free.');
});

test('people are found by whatever name a command carries, and only when it is one person', async () => {
  const { desk, chat } = await aWarRoom();
  chat.people.set(ana, {
    id: ana,
    name: 'Ana Ruiz',
    email: 'a.ruiz@larder.test',
    isApp: false,
    isGuest: false,
  });
  chat.people.set(ben, { id: ben, name: 'Ana Maria', isApp: false, isGuest: false });
  const find = (words: string) => namedPerson(desk, words, mia);
  expect(await find('me please')).toEqual({ person: mia, rest: 'please' });
  expect(await find('@Ana Ruiz the draft')).toEqual({ person: ana, rest: 'the draft' });
  expect(await find('a.ruiz@larder.test the draft')).toEqual({ person: ana, rest: 'the draft' });
  expect(await find('@a.ruiz')).toEqual({ person: ana, rest: '' });
  expect(await find(`@${ben} now`)).toEqual({ person: ben, rest: 'now' });
  expect(await find('@Mia')).toEqual({ person: mia, rest: '' });
  expect(await find('@Ana')).toBeUndefined();
  expect(await find('@Mialou')).toBeUndefined();
});
