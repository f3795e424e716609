import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreachable } from '../../../src/domain/errors.ts';
import { minute, second } from '../../../src/domain/time.ts';
import { ana, incidentsChannel, support, triageChannel } from '../../support/builders.ts';
import { done, press, refused } from './a-lost-room.ts';
import { aWarRoom } from './a-war-room.ts';

describe('restricted', () => {
  const secret = { visibility: 'restricted', title: 'Signing key of Acme leaked' } as const;

  test('without a private room there is none, and who declared it knows what to do', async () => {
    const room = await aWarRoom(secret, {
      before: ({ rooms }) => rooms.failNext('create', refused('restricted_action')),
    });
    await room.pass(20 * minute);
    expect((await room.incident()).room.state).toBe('blocked');
    expect([...room.rooms.rooms.values()]).toEqual([]);
    expect(room.shown(ana).join('\n')).toContain('No public room is made instead');
    await press(room, 'incident_repair');
    await room.pass(5 * second);
    expect((await room.incident()).room.state).toBe('ready');
    expect(room.rooms.named('inc-7').restricted).toBe(true);
  });

  test('a thread is refused', async () => {
    const room = await aWarRoom(secret);
    await room.pass(5 * second);
    await done(room, 'deleted');
    await press(room, 'incident_in_thread');
    expect((await room.incident()).room.state).toBe('lost');
  });

  test('under no failure is anything of it public: no channel, no name, no word', async () => {
    const verbs = ['create', 'findMade', 'invite', 'topic', 'pin', 'bookmark', 'page', 'state'] as const;
    const failure = fc.record({
      verb: fc.constantFrom(...verbs),
      code: fc.constantFrom(
        'name_taken',
        'restricted_action',
        'invalid_name',
        'is_archived',
        'not_private',
        'later',
      ),
      moment: fc.constantFrom('before' as const, 'after' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { maxLength: 8 }), async (failures) => {
        const room = await aWarRoom(secret, {
          before: ({ rooms }) => {
            for (const { verb, code, moment } of failures) {
              const error =
                code === 'later' ? new Unreachable('no answer', { unknownOutcome: true }) : refused(code);
              rooms.failNext(verb, error, moment);
            }
          },
        });
        await room.pass(90 * second);
        const rooms = [...room.rooms.rooms.values()];
        expect(rooms.every(({ restricted }) => restricted)).toBe(true);
        for (const made of rooms) expect(made.name).toMatch(/^inc-7(-r\d)?(-\d)?$/);
        for (const { topics } of rooms) expect(topics.join()).not.toContain('Acme');
        const wide = [incidentsChannel, triageChannel, support];
        expect(wide.flatMap((channel) => room.shown(channel))).toEqual([]);
        await room.end();
      }),
      { numRuns: 25 },
    );
  });
});
