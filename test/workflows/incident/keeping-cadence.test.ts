import { expect, test } from 'vitest';
import { Refused } from '../../../src/domain/errors.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { changeStatus } from '../../../src/domain/incident/lifecycle.ts';
import { acceptRole } from '../../../src/domain/incident/roles/roles.ts';
import { hour, minute } from '../../../src/domain/time.ts';
import { noteAbsences } from '../../../src/workflows/incident/cadence/note-absence.ts';
import { changeIncident } from '../../../src/workflows/incident/change-incident.ts';
import { asks, drafted } from '../../domain/incident/an-incident.ts';
import { ana, ben, incidentsChannel, mia } from '../../support/builders.ts';
import { aWarRoom, restarted, type WarRoom } from './a-war-room.ts';

/** Led by Ana with Ben as liaison, for one ticket; a few seconds after it was declared. */
async function aLedRoom(given: Parameters<typeof aWarRoom>[0] = {}): Promise<WarRoom> {
  const room = await aWarRoom(given);
  const ticket = await room.write('How do I change the colour of the logo on my invoices?');
  await changed(room, (_incident, at) => ({
    events: [{ type: 'ticket_attached', ticket: { ticket }, ...stampOf(asks.agent(at)) }],
  }));
  await room.pass(2000);
  for (const [role, person] of [
    ['commander', ana],
    ['liaison', ben],
  ] as const) {
    await changed(room, (incident, at) => acceptRole(incident, role, asks.agent(at, person)));
  }
  await room.pass(2000);
  return room;
}

function changed(room: WarRoom, decide: (incident: Incident, at: string) => ReturnType<typeof acceptRole>) {
  return changeIncident(room.desk, 'INC-7', (incident) => decide(incident, room.clock.now()));
}

/** Time passes minute by minute until so many have gone since it was declared. */
async function until(room: WarRoom, minutes: number) {
  const end = Date.parse((await room.incident()).declared.at) + minutes * minute;
  while (Date.parse(room.clock.now()) < end) {
    await room.clock.advance(Math.min(minute, end - Date.parse(room.clock.now())));
    await room.pass(1000);
  }
}

const inRoom = async (room: WarRoom, part: string) => {
  const { channel = '' } = (await room.incident()).room;
  return room.shown(channel).filter((text) => text.includes(part));
};
const told = (room: WarRoom, person: string, part: string) =>
  room.shown(person).filter((text) => text.includes(part));

test('a process that ends after every step tells each of them once', async () => {
  let room = await aLedRoom();
  for (const minutes of [15, 20, 25, 35, 50]) {
    await until(room, minutes);
    room = await restarted(room);
    await room.pass(2000);
  }
  const { cadence } = await room.incident();
  expect(cadence?.rungs.map(({ rung }) => rung)).toEqual(['due', 'late', 'takeover', 'missed', 'still 1']);
  expect(await inRoom(room, 'first customer update')).toHaveLength(3);
  expect(told(room, mia, 'No customer update since')).toHaveLength(2);
  expect(room.shown(incidentsChannel).filter((text) => text.includes('customers have waited'))).toHaveLength(
    1,
  );
});

test('a reminder that waited while the update became another one is never said', async () => {
  const room = await aLedRoom();
  await until(room, 14.5);
  await room.clock.advance(minute);
  // The ladder's commit stands, the outbox has not spoken yet; then everything changes.
  await changed(room, (incident, at) =>
    changeStatus(incident, { to: 'identified', text: 'Bad release' }, asks.agent(at, ana)),
  );
  await room.pass(3000);
  const { cadence, messages } = await room.incident();
  expect(cadence?.generation).toBe(1);
  const standing = await inRoom(room, 'customer update is due now');
  expect(standing).toHaveLength(1);
  expect(Object.keys(messages)).toContain('due:1');
});

test('a draft that waits while an update is due calls the commander, and after five minutes those who manage', async () => {
  const room = await aLedRoom();
  await until(room, 14);
  await changed(room, (incident, at) => drafted(at)(incident));
  await until(room, 15.5);
  expect(told(room, ana, 'the draft waits for you')).toHaveLength(0);
  await until(room, 17);
  expect(told(room, ana, 'the draft waits for you')).toHaveLength(1);
  expect(told(room, mia, 'You may approve it in their place')).toHaveLength(0);
  await until(room, 20);
  expect(told(room, mia, 'You may approve it in their place')).toHaveLength(1);
  expect(told(room, ana, 'the draft waits for you')).toHaveLength(1);
});

test('after four hours in which nobody did anything the commander is asked whether it is still live', async () => {
  const room = await aLedRoom();
  await room.clock.advance(4 * hour - minute);
  await room.pass(2000);
  expect(told(room, ana, 'Is it still live?')).toHaveLength(0);
  await room.clock.advance(minute);
  await room.pass(2000);
  expect(told(room, ana, 'Is it still live?')).toHaveLength(1);
});

test('what the room refuses is said to the liaison directly', async () => {
  const room = await aLedRoom();
  await until(room, 14.9);
  room.chat.failNext('post', new Refused('Not this one.', 'msg_blocks_too_long'));
  await until(room, 15.2);
  expect(told(room, ben, 'A customer update is due now')).toHaveLength(1);
  await until(room, 20);
  expect(await inRoom(room, 'is late')).not.toHaveLength(0);
});

test('of a restricted incident only its number leaves the room', async () => {
  const room = await aLedRoom({ visibility: 'restricted', title: 'Login of Acme leaks' });
  await until(room, 70);
  const outside = [ana, ben, mia, incidentsChannel].flatMap((place) => room.shown(place));
  expect(outside.join('\n')).not.toMatch(/Acme|leaks/);
  expect(room.shown(incidentsChannel)).toEqual([]);
  expect(told(room, mia, 'No customer update since')).not.toHaveLength(0);
});

test('an absence is noted once for each incident, however often the desk looks', async () => {
  const room = await aLedRoom();
  const from = room.clock.now();
  await room.clock.advance(3 * minute);
  const desk = { ...room.desk, away: { from, to: room.clock.now() } };
  await Promise.all([noteAbsences(desk), noteAbsences(desk)]);
  await noteAbsences(desk);
  await room.pass(3000);
  expect((await room.log()).filter((type) => type === 'desk_was_away')).toHaveLength(1);
  expect(await inRoom(room, 'nothing was missed')).toHaveLength(1);
});
