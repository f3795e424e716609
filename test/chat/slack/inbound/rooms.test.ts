import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translate } from '../../../../src/chat/slack/inbound/translate.ts';
import { Invalid } from '../../../../src/domain/errors.ts';
import { context, eventOf } from '../support/payload.ts';

const ts = '1763632800.000100';
const event_ts = '1763633200.000600';
const at = '2025-11-20T10:06:40.000Z';
const war = 'slack:C0WAR';

describe('what happens to a room in Slack', () => {
  test('a message is pinned, and taken off again', () => {
    expect(eventOf(told({ ...aPin, type: 'pin_added' }))).toEqual({
      type: 'pinned',
      keys: ['event:Ev1', `pinned:C0WAR/${ts}/U0ANA/${event_ts}`],
      at,
      change: 'pinned',
      by: 'slack:U0ANA',
      message: `slack:C0WAR:${ts}`,
      place: { channel: war, kind: 'channel' },
    });
    expect(eventOf(told({ ...aPin, type: 'pin_removed' }))).toMatchObject({
      change: 'unpinned',
      keys: ['event:Ev1', `unpinned:C0WAR/${ts}/U0ANA/${event_ts}`],
    });
  });

  test('what the desk pins itself, and a pinned file, need nothing done', () => {
    expect(eventOf(told({ ...aPin, user: 'U0BOT' }))).toBe('own pin');
    expect(eventOf(told({ ...aPin, item: { type: 'file', file: { id: 'F1' } } }))).toBe(
      'pin_added of what is no message',
    );
  });

  test('somebody comes in and goes', () => {
    const joined = { type: 'member_joined_channel', user: 'U0ANA', channel: 'C0WAR', channel_type: 'C' };
    expect(eventOf(told({ ...joined, event_ts }))).toEqual({
      type: 'membership',
      keys: ['event:Ev1', `joined:C0WAR/U0ANA/${event_ts}`],
      at,
      change: 'joined',
      person: 'slack:U0ANA',
      isDesk: false,
      place: { channel: war, kind: 'channel' },
    });
    expect(eventOf(told({ ...joined, type: 'member_left_channel' }))).toMatchObject({
      change: 'left',
      at: context.now,
      keys: ['event:Ev1'],
    });
  });

  test('a private room is told by the letter of its kind, or by what was heard before', () => {
    const joined = { type: 'member_joined_channel', user: 'U0ANA', channel: 'C0WAR', event_ts };
    expect(eventOf(told({ ...joined, channel_type: 'G' }))).toMatchObject({ place: { kind: 'private' } });
    expect(eventOf(told({ ...joined, channel_type: 'C' }), { kindOf: () => 'private' })).toMatchObject({
      place: { kind: 'private' },
    });
  });

  test.each(['channel_left', 'group_left'])('the desk is taken out of a room (%s)', (type) => {
    const left = told({ type, channel: 'C0WAR', actor_id: 'U0ANA', event_ts });
    expect(eventOf(left)).toMatchObject({
      type: 'membership',
      change: 'left',
      person: 'slack:U0BOT',
      isDesk: true,
      place: { channel: war },
    });
    const also = told({ type: 'member_left_channel', user: 'U0BOT', channel: 'C0WAR', event_ts });
    expect(eventOf(also)).toMatchObject({ change: 'left', person: 'slack:U0BOT', isDesk: true });
  });

  test.each([
    ['channel_archive', { channel: 'C0WAR', user: 'U0ANA' }, { change: 'archived', by: 'slack:U0ANA' }],
    ['group_archive', { channel: 'C0WAR', user: 'U0ANA' }, { change: 'archived', by: 'slack:U0ANA' }],
    ['channel_unarchive', { channel: 'C0WAR', user: 'U0ANA' }, { change: 'unarchived', by: 'slack:U0ANA' }],
    ['group_unarchive', { channel: 'C0WAR', actor_id: 'U0ANA' }, { change: 'unarchived', by: 'slack:U0ANA' }],
    ['channel_rename', { channel: { id: 'C0WAR', name: 'inc-7' } }, { change: 'renamed', name: 'inc-7' }],
    ['group_rename', { channel: { id: 'C0WAR', name: 'inc-7' } }, { change: 'renamed', name: 'inc-7' }],
    ['channel_deleted', { channel: 'C0WAR' }, { change: 'deleted' }],
    ['group_deleted', { channel: 'C0WAR', actor_id: 'U0ANA' }, { change: 'deleted', by: 'slack:U0ANA' }],
  ])('%s', (type, given, expected) => {
    const event = eventOf(told({ type, ...given, event_ts }));
    expect(event).toMatchObject({ type: 'channel_changed', channel: war, at, ...expected });
    expect(typeof event === 'string' ? [] : event.keys).toEqual([
      'event:Ev1',
      `${expected.change}:C0WAR/${event_ts}`,
    ]);
  });

  test('what the desk did itself needs nothing done', () => {
    expect(eventOf(told({ type: 'channel_archive', channel: 'C0WAR', user: 'U0BOT' }))).toBe(
      'own channel_archive',
    );
  });

  test.each([
    ['a pin without a message time', { ...aPinWith({ message: {} }) }],
    ['a pin with a time that is none', { ...aPinWith({ message: { ts: 'yesterday' } }) }],
    ['a pin nowhere', { type: 'pin_added', user: 'U0ANA', item: { type: 'message' } }],
    ['a join of nobody', { type: 'member_joined_channel', channel: 'C0WAR' }],
    ['a leave from nowhere', { type: 'group_left' }],
    ['an archive of a list', { type: 'channel_archive', channel: ['C0WAR'] }],
    ['a rename without a channel', { type: 'channel_rename', channel: { name: 'x' } }],
    ['a time that is none', { type: 'channel_archive', channel: 'C0WAR', event_ts: 'soon' }],
  ])('%s is Invalid', (_, event) => {
    expect(() => eventOf(told(event))).toThrow(Invalid);
  });

  test('whatever such an event says, it is translated, ignored or Invalid', () => {
    const types = fc.constantFrom(
      'pin_added',
      'member_joined_channel',
      'member_left_channel',
      'channel_left',
      'channel_archive',
      'group_rename',
      'channel_deleted',
    );
    const odd = fc.oneof(fc.string(), fc.constant('C0WAR'), fc.anything());
    const event = fc.record(
      { user: odd, channel: odd, channel_id: odd, channel_type: odd, event_ts: odd, item: fc.object() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(types, event, (type, given) => {
        try {
          translate(told({ ...given, type }), context);
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid);
        }
      }),
    );
  });
});

const aPin = aPinWith({ message: { ts } });

function aPinWith(item: object) {
  return {
    type: 'pin_added',
    user: 'U0ANA',
    channel_id: 'C0WAR',
    event_ts,
    item: { type: 'message', ...item },
  };
}

function told(event: object) {
  return { type: 'event_callback', event_id: 'Ev1', team_id: 'T0ACME', event };
}
