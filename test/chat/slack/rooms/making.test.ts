import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRoom } from '../../../../src/chat/slack/rooms/create-room.ts';
import { findMade } from '../../../../src/chat/slack/rooms/find-made.ts';
import type { RoomDesk } from '../../../../src/chat/slack/rooms/room-desk.ts';
import { Misconfigured, Refused, Unreachable } from '../../../../src/domain/errors.ts';
import { failureOf } from '../../../contracts/chat-harness.ts';
import { ids, recordingLog } from '../support/practice-harness.ts';
import { openSlackRoomsHarness, type SlackRoomsHarness } from '../support/rooms-harness.ts';

let harness: SlackRoomsHarness;
beforeEach(async () => {
  harness = await openSlackRoomsHarness();
});
afterEach(() => harness.close());

const make = () => harness.rooms.create({ name: 'inc-7', restricted: false });

describe('making a room in Slack', () => {
  test.each([
    ['restricted_action', /who may make channels/],
    ['cannot_create_channel', /may not make channels/],
    ['invalid_name_specials', /letters that Slack does not take/],
    ['name_taken', /already/],
    ['some_new_word', /some_new_word/],
  ])('%s is refused in plain words, with its code', async (error, words) => {
    harness.fails('conversations.create', { error });
    const failure = await failureOf(make());
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ code: error, message: expect.stringMatching(words) });
  });

  test('a missing permission is for the administrator', async () => {
    harness.fails('conversations.create', { error: 'missing_scope' });
    expect(await failureOf(make())).toBeInstanceOf(Misconfigured);
  });

  test('too many calls are told with how long to wait', async () => {
    harness.fails('conversations.create', { status: 429, retryAfter: 7 });
    const failure = await failureOf(make());
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure).toMatchObject({ retryAfterMs: 7000, unknownOutcome: false });
  });

  test.each([{ error: 'fatal_error' }, { status: 503 }, { drop: 'before' as const }])(
    'with %j nobody knows whether there is a room',
    async (how) => {
      harness.fails('conversations.create', how);
      expect(await failureOf(make())).toMatchObject({ name: 'Unreachable', unknownOutcome: true });
    },
  );

  test('a channel that came out public though it was to be private is put away, and refused', async () => {
    const calls: string[] = [];
    const failure = await failureOf(
      createRoom(deskOf(calls, 'archives'), { name: 'inc-7', restricted: true }),
    );
    expect(failure).toMatchObject({ name: 'Refused', code: 'not_private' });
    expect(calls).toEqual(['conversations.create', 'conversations.archive']);
  });

  test('it is refused all the same when it cannot be put away', async () => {
    const failure = await failureOf(createRoom(deskOf([], 'refuses'), { name: 'inc-7', restricted: true }));
    expect(failure).toMatchObject({ name: 'Refused', code: 'not_private' });
  });
});

describe('finding a room in Slack whose making was not answered', () => {
  const since = () => harness.now();

  test('never looks through the channels of others', async () => {
    await harness.rooms.findMade({ name: 'away', restricted: false, since: since() });
    expect(harness.called()).not.toContain('conversations.list');
  });

  test('goes through every page', async () => {
    const asked: unknown[] = [];
    const found = await findMade(
      {
        ...deskOf([], 'archives'),
        me: async () => ({ ...aBot, userId: ids.bot }),
        async call(_method, args, answer) {
          asked.push(args.cursor);
          const last = {
            id: 'C2',
            name: 'inc-7',
            creator: ids.bot,
            created: 1_800_000_000,
            is_private: false,
          };
          if (args.cursor === 'next') return answer.parse({ channels: [last] });
          const other = { id: 'C1', name: 'inc-6', creator: ids.bot, created: 1_800_000_000 };
          return answer.parse({ channels: [other], response_metadata: { next_cursor: 'next' } });
        },
      },
      { name: 'inc-7', restricted: false, since: '2026-11-20T10:00:00.000Z' },
    );
    expect(asked).toEqual([undefined, 'next']);
    expect(found).toEqual({ channel: 'slack:C2', name: 'inc-7' });
  });

  test('an archived one is not taken up again', async () => {
    const { channel } = await make();
    await harness.rooms.archive(channel);
    expect(
      await harness.rooms.findMade({ name: 'inc-7', restricted: false, since: since() }),
    ).toBeUndefined();
  });

  test('a channel of that name that a person made and invited the desk to is not its own', async () => {
    const bot = harness.shop.practice.bot.userId;
    harness.shop.practice.control.member({ as: ids.ana, channel: 'C0AWAY', change: 'join', person: bot });
    const long = '2020-01-01T00:00:00.000Z';
    expect(await harness.rooms.findMade({ name: 'away', restricted: false, since: long })).toBeUndefined();
  });
});

const aBot = {
  botId: undefined,
  teamId: 'T1',
  teamName: 'Acme',
  workspaceUrl: undefined,
  scopes: undefined,
};

/** A Slack that makes every channel public. */
function deskOf(calls: string[], archive: 'archives' | 'refuses'): RoomDesk {
  return {
    async call(method, _args, answer) {
      calls.push(method);
      if (method === 'conversations.archive' && archive === 'refuses')
        throw new Refused('no', 'restricted_action');
      return answer.parse({ ok: true, channel: { id: 'C1', name: 'inc-7', is_private: false } });
    },
    directory: { person: () => Promise.reject(new Error('not asked')), nameOf: () => undefined },
    me: () => Promise.reject(new Error('not asked')),
    log: recordingLog([]),
    context: () => Promise.reject(new Error('not asked')),
    sendFile: () => Promise.reject(new Error('not asked')),
  };
}
