import { expect, test } from 'vitest';
import { askIn } from '../../../src/domain/incident/room/room-people.ts';
import { second } from '../../../src/domain/time.ts';
import { changeIncident } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, dana, mia, settings } from '../../support/builders.ts';
import { aWarRoom, type WarRoom } from './a-war-room.ts';

/** Of the team, and without a part in it. */
const omar = 'slack:U8OMAR';

const asks = (room: WarRoom, by: string, role: 'agent' | 'requester' = 'agent') =>
  changeIncident(room.desk, 'INC-7', (now) =>
    askIn(now, { by, role, at: room.clock.now(), source: 'button' }),
  );

test('rooms are private where the settings say so, though the incident is open to the team', async () => {
  const incidents = { ...settings.incidents, rooms: 'private' as const };
  const room = await aWarRoom({}, { settings: { ...settings, incidents } });
  await room.pass(10 * second);
  const { name } = (await room.incident()).room;
  expect(room.rooms.named(name).restricted).toBe(true);
  expect(name).toContain('checkout');
});

test('whoever of the team asks to come in is let in, and again after they left', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  const members = async () => room.rooms.named((await room.incident()).room.name).members;
  expect((await members()).has(omar)).toBe(false);
  await asks(room, omar);
  await room.pass(5 * second);
  expect((await members()).has(omar)).toBe(true);
  (await members()).delete(omar);
  await asks(room, omar);
  await room.pass(5 * second);
  expect((await members()).has(omar)).toBe(true);
});

test('customers are never let in', async () => {
  const room = await aWarRoom();
  await room.pass(10 * second);
  expect(await asks(room, dana, 'requester')).toMatchObject({
    outcome: 'refused',
    refusal: { refused: 'not_allowed' },
  });
});

test('a private room that nobody can be let into is left at once for a thread, with the reason', async () => {
  const incidents = { ...settings.incidents, rooms: 'private' as const };
  const room = await aWarRoom(
    {},
    {
      settings: { ...settings, incidents },
      before: ({ rooms }) => {
        for (const person of [ana, ben, mia])
          rooms.uninvitable.set(person, { reason: 'They are guests.', code: 'user_is_restricted' });
      },
    },
  );
  await room.pass(30 * second);
  expect((await room.incident()).room.state).toBe('degraded');
  expect((await room.log()).filter((type) => type === 'room_lost')).toHaveLength(1);
  expect(room.shown(settings.incidents.channel).join(' ')).toContain(
    'Nobody could be let in. They are guests.',
  );
});
