import { describe, expect, test } from 'vitest';
import { handleEvent } from '../../../handlers/index.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import { reopenIncident, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { day, minute, second } from '../../../src/domain/time.ts';
import { changeIncident } from '../../../src/workflows/incident/change-incident.ts';
import { ana, incidentsChannel, settings } from '../../support/builders.ts';
import { answered, base, channelOf, done, furnished, press, refused } from './a-lost-room.ts';
import { asDesk, aWarRoom, type WarRoom } from './a-war-room.ts';

const name = 'inc-7-checkout-502';

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
