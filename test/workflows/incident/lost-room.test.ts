import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handleEvent } from '../../../handlers/index.ts';
import type { ChatEventOf } from '../../../src/domain/chat-event.ts';
import { Refused, Unreachable } from '../../../src/domain/errors.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import { reopenIncident, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { day, minute, second } from '../../../src/domain/time.ts';
import { changeIncident } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, incidentsChannel, settings, support, triageChannel } from '../../support/builders.ts';
import { asDesk, aWarRoom, type WarRoom } from './a-war-room.ts';

const name = 'inc-7-checkout-502';
const refused = (code: string) => new Refused(`The platform says ${code}.`, code);

async function furnished(): Promise<WarRoom> {
  const room = await aWarRoom();
  await room.pass(10 * second);
  return room;
}

let happened = 0;
function base({ clock }: WarRoom) {
  happened += 1;
  return { keys: [`lost-${happened}`], at: clock.now() };
}

async function channelOf(room: WarRoom): Promise<string> {
  return (await room.incident()).room.channel ?? '';
}

async function done(room: WarRoom, change: ChatEventOf<'channel_changed'>['change'], more: object = {}) {
  const channel = await channelOf(room);
  const made = room.rooms.rooms.get(channel);
  if (made && change !== 'renamed')
    made.state = change === 'archived' ? 'archived' : change === 'deleted' ? 'gone' : 'open';
  const event = { ...base(room), type: 'channel_changed' as const, change, channel, by: ben, ...more };
  expect((await handleEvent(room.desk, event)).outcome).toBe('done');
}

async function press(room: WarRoom, action: string, by = ana) {
  const pressed = { type: 'pressed' as const, action, subject: 'INC-7', by, handle: { person: by } };
  await handleEvent(room.desk, { ...base(room), ...pressed });
}

const answered = ({ chat }: WarRoom) => JSON.stringify(chat.answers.at(-1)?.answer ?? '');

describe('a room that is gone', () => {
  test.each(['archived', 'deleted'] as const)(
    '%s by somebody is lost at once, and its leader hears of it',
    async (change) => {
      const room = await furnished();
      const { cadence } = await room.incident();
      await done(room, change);
      await room.pass(2 * second);
      const incident = await room.incident();
      expect(incident.room.state).toBe('lost');
      expect(incident.cadence).toEqual(cadence);
      expect(room.shown(ana).join('\n')).toContain('Bring it back');
    },
  );

  test('the desk is taken out of it: lost; let in again: back', async () => {
    const room = await furnished();
    const place = { channel: await channelOf(room), kind: 'channel' as const };
    const desk = { type: 'membership' as const, person: 'slack:UDESK', isDesk: true, place };
    await handleEvent(room.desk, { ...base(room), ...desk, change: 'left' });
    expect((await room.incident()).room.state).toBe('lost');
    await handleEvent(room.desk, { ...base(room), ...desk, change: 'joined' });
    expect((await room.incident()).room.state).toBe('ready');
  });

  test('is found lost by the next thing that should be said there', async () => {
    const room = await furnished();
    for (let times = 0; times < 3; times += 1) room.chat.failNext('update', refused('channel_not_found'));
    await changeIncident(room.desk, 'INC-7', () => ({
      events: [{ type: 'room_renamed', name: 'inc-7-other', ...stampOf(asDesk(room)) }],
    }));
    await room.pass(5 * second);
    expect(await room.log()).toContain('room_lost');
  });

  test('in which the desk may not speak is lost too, and what could not be said is said in the next one', async () => {
    const room = await furnished();
    const { messages } = await room.incident();
    for (let times = 0; times < 3; times += 1)
      room.chat.failNext('update', refused('restricted_action_read_only_channel'));
    await changeIncident(room.desk, 'INC-7', () => ({
      events: [{ type: 'room_renamed', name: 'inc-7-other', ...stampOf(asDesk(room)) }],
    }));
    await room.pass(5 * second);
    expect(await room.log()).toContain('room_lost');
    expect(room.shown(ana).join('\n')).toContain('restricted_action_read_only_channel');
    await room.pass(6 * minute);
    const after = await room.incident();
    expect(after.room).toMatchObject({ state: 'ready', name: `${name}-r2` });
    expect(after.messages.card?.channel).not.toBe(messages.card?.channel);
  });

  test('again and again is a thread in the end', async () => {
    const room = await furnished();
    for (let round = 1; round <= 3; round += 1) {
      await done(room, 'deleted');
      await room.pass(7 * minute);
    }
    expect((await room.incident()).room).toMatchObject({ state: 'degraded', channel: incidentsChannel });
    expect([...room.rooms.rooms.values()]).toHaveLength(3);
  });

  test('without an answer a new one is made after five minutes, with everything in it', async () => {
    const room = await furnished();
    await done(room, 'deleted');
    await room.pass(4 * minute);
    expect((await room.incident()).room.state).toBe('lost');
    await room.pass(2 * minute);
    const { room: state, messages } = await room.incident();
    const made = room.rooms.named(`${name}-r2`);
    expect(state).toMatchObject({ state: 'ready', channel: made.channel, round: 2 });
    expect(messages.card?.channel).toBe(made.channel);
    expect([made.members.has(ana), made.topics.length, made.pins.size]).toEqual([true, 1, 1]);
    expect(room.shown(ana).join('\n')).toContain('INC-7: the room is there.');
  });

  test('is brought back with one tap', async () => {
    const room = await furnished();
    await done(room, 'archived');
    await press(room, 'incident_room_back');
    expect((await room.incident()).room.state).toBe('ready');
    expect(room.rooms.named(name).state).toBe('open');
    expect(answered(room)).toContain('has its room back');
  });

  test('cannot be brought back: that is said, and a new one is a tap away', async () => {
    const room = await furnished();
    await done(room, 'archived');
    room.rooms.failNext('unarchive', refused('not_in_channel'));
    await press(room, 'incident_room_back');
    expect(answered(room)).toContain('could not be brought back');
    await press(room, 'incident_new_room');
    await room.pass(5 * second);
    expect((await room.incident()).room).toMatchObject({ state: 'ready', name: `${name}-r2` });
    await press(room, 'incident_new_room');
    expect([...room.rooms.rooms.values()]).toHaveLength(2);
  });

  test('goes on as a thread when somebody chooses so, and no channel is made', async () => {
    const room = await furnished();
    await done(room, 'deleted');
    await press(room, 'incident_in_thread');
    await room.pass(10 * minute);
    expect((await room.incident()).room).toMatchObject({ state: 'degraded', channel: incidentsChannel });
    expect([...room.rooms.rooms.values()]).toHaveLength(1);
  });

  test('a person opens it again: it is the room again', async () => {
    const room = await furnished();
    await done(room, 'archived');
    await done(room, 'unarchived');
    expect((await room.incident()).room.state).toBe('ready');
  });

  test('a new name is taken over', async () => {
    const room = await furnished();
    await done(room, 'renamed', { name: 'inc-7-payments' });
    expect((await room.incident()).room.name).toBe('inc-7-payments');
  });
});

describe('when it is over', () => {
  async function ended(): Promise<WarRoom> {
    const room = await furnished();
    await changeIncident(room.desk, 'INC-7', () => ({
      events: [{ type: 'cancelled', reason: 'A false alarm.', ...stampOf(asDesk(room)) }],
    }));
    return room;
  }

  test('its room is archived after a week, not before', async () => {
    const room = await ended();
    await room.clock.advance(7 * day - minute);
    await room.pass(second);
    expect((await room.incident()).room.state).toBe('ready');
    await room.pass(2 * minute);
    expect((await room.incident()).room.state).toBe('archived');
    expect(room.rooms.named(name).state).toBe('archived');
    await done(room, 'unarchived');
    await room.pass(5 * minute);
    expect((await room.incident()).room.state).toBe('ready');
  });

  test('a room that may not be archived stays open, with the reason in the log', async () => {
    const room = await ended();
    room.rooms.failNext('archive', refused('restricted_action'));
    await room.clock.advance(7 * day);
    await room.pass(5 * minute);
    const { room: state } = await room.incident();
    expect([state.state, state.steps.archive?.refused?.code]).toEqual(['ready', 'restricted_action']);
    expect((await room.log()).filter((type) => type === 'room_step_refused')).toHaveLength(1);
  });

  test.each([true, false])(
    'reopened with its room archived, it has a room again (can be opened: %s)',
    async (can) => {
      const room = await furnished();
      const { cadence } = settings.incidents;
      await changeIncident(room.desk, 'INC-7', (now) =>
        resolveIncident(now, { text: 'Fixed.', dataLoss: 'no', reviewOwner: ana, cadence }, asDesk(room)),
      );
      await changeIncident(room.desk, 'INC-7', () => ({
        events: [{ type: 'review_started', owner: ana, ...stampOf(asDesk(room)) }],
      }));
      await done(room, 'archived');
      expect((await room.incident()).room.state).toBe('archived');
      if (!can) room.rooms.failNext('unarchive', refused('not_in_channel'));
      await changeIncident(room.desk, 'INC-7', (now) =>
        reopenIncident(now, { reason: 'It is back.', cadence }, asDesk(room)),
      );
      await room.pass(5 * second);
      expect((await room.incident()).room).toMatchObject({ state: 'ready', name: can ? name : `${name}-r2` });
    },
  );
});

describe('repair', () => {
  test('says what was missing and does it again, once', async () => {
    const room = await aWarRoom(
      {},
      {
        before: ({ rooms }) => {
          rooms.failNext('topic', refused('restricted_action'));
          rooms.failNext('page', refused('canvas_disabled_user_team'));
        },
      },
    );
    await room.pass(10 * second);
    await press(room, 'incident_repair');
    expect(answered(room)).toContain('2 of 6 steps of the room were missing');
    await room.pass(10 * second);
    const { steps } = (await room.incident()).room;
    expect([steps.topic?.done, steps.canvas?.done, steps.topic?.refused]).toEqual([
      expect.any(String),
      expect.any(String),
      undefined,
    ]);
    await press(room, 'incident_repair');
    expect(answered(room)).toContain('no step of the room was missing');
  });

  test('of a lost room makes a new one', async () => {
    const room = await furnished();
    await done(room, 'deleted');
    await press(room, 'incident_repair');
    await room.pass(5 * second);
    expect((await room.incident()).room.name).toBe(`${name}-r2`);
  });
});

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
