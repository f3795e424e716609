import { describe, expect, test } from 'vitest';
import { Refused } from '../../../src/domain/errors.ts';
import { second } from '../../../src/domain/time.ts';
import type { World } from '../desk.ts';
import { aWarRoom } from './a-war-room.ts';

const name = 'inc-7-checkout-502';
const refused = (code: string) => new Refused(`The platform says ${code}.`, code);

describe('a name that is taken', () => {
  const taken = (given: object) => ({
    before: ({ rooms, clock }: World) => {
      const room = rooms.add({ channel: 'memory:other', name });
      Object.assign(room, { madeAt: clock.now(), ...given });
    },
  });

  test('by somebody else is left alone: the next number is taken', async () => {
    const room = await aWarRoom({}, taken({ byDesk: false }));
    await room.pass(10 * second);
    expect((await room.incident()).room).toMatchObject({ state: 'ready', name: `${name}-2` });
    expect(room.rooms.rooms.get('memory:other')?.members.size).toBe(0);
  });

  test('by an archived channel is never opened again', async () => {
    const room = await aWarRoom({}, taken({ byDesk: true, state: 'archived' }));
    await room.pass(10 * second);
    expect((await room.incident()).room.name).toBe(`${name}-2`);
    expect(room.rooms.rooms.get('memory:other')?.state).toBe('archived');
  });

  test('by a room of an earlier incident of that number is not ours', async () => {
    const room = await aWarRoom({}, taken({ byDesk: true, madeAt: '2026-01-01T00:00:00.000Z' }));
    await room.pass(10 * second);
    expect((await room.incident()).room.name).toBe(`${name}-2`);
  });

  test('by the half-made room of this incident is taken as it is', async () => {
    const room = await aWarRoom({}, taken({ byDesk: true }));
    await room.pass(10 * second);
    expect((await room.incident()).room).toMatchObject({ state: 'ready', channel: 'memory:other', name });
  });

  test.each(['invalid_name_specials', 'invalid_name_maxlength', 'invalid_name'])(
    'that the platform does not take (%s) becomes the number alone',
    async (code) => {
      const room = await aWarRoom({}, { before: ({ rooms }) => rooms.failNext('create', refused(code)) });
      await room.pass(10 * second);
      expect((await room.incident()).room.name).toBe('inc-7');
    },
  );
});
