import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '../../../../src/domain/errors.ts';
import type { PracticePerson } from '../../../../src/practice/control.ts';
import { failureOf } from '../../../contracts/chat-harness.ts';
import { ids } from '../support/practice-harness.ts';
import { openSlackRoomsHarness, type SlackRoomsHarness } from '../support/rooms-harness.ts';

let harness: SlackRoomsHarness;
let channel: string;
beforeEach(async () => {
  harness = await openSlackRoomsHarness({ people: everybody() });
  channel = (await harness.rooms.create({ name: 'inc-7', restricted: false })).channel;
});
afterEach(() => harness.close());

const invite = (...people: string[]) => harness.rooms.invite(channel, people);
const inside = async () => [...(await harness.rooms.members(channel))].sort();

describe('letting people into a room in Slack', () => {
  test('guests and deactivated people are named with the reason, and the desk itself is no reason', async () => {
    const refused = await invite(
      harness.ana,
      'slack:U0GUEST',
      'slack:U0GONE',
      `slack:${ids.bot}`,
      harness.ana,
    );
    expect(refused.map(({ person, code }) => [person, code])).toEqual([
      ['slack:U0GUEST', 'user_is_restricted'],
      ['slack:U0GONE', 'user_not_found'],
    ]);
    expect(refused[0]?.reason).toMatch(/guest/);
    expect(await inside()).toEqual([harness.ana]);
  });

  test('more than a hundred are asked for in parts', async () => {
    const many = Array.from({ length: 230 }, (_, index) => `slack:U1${index}`);
    expect(await invite(...many)).toHaveLength(30);
    expect(await inside()).toHaveLength(200);
    const parts = harness.argsOf('conversations.invite').map((args) => String(args.users).split(',').length);
    expect(parts).toEqual([100, 100, 30]);
  });

  test('a refusal of the whole call that names nobody is asked again for each', async () => {
    harness.fails('conversations.invite', { error: 'user_not_found' });
    expect(await invite(harness.dana, 'slack:U0GHOST', harness.ana)).toMatchObject([
      { person: 'slack:U0GHOST', code: 'user_not_found' },
    ]);
    expect(await inside()).toEqual([harness.ana, harness.dana].sort());
  });

  test.each(['cant_invite', 'ura_max_channels', 'org_user_not_in_team', 'no_external_invite_permission'])(
    'one person who is refused with %s',
    async (error) => {
      harness.fails('conversations.invite', { error });
      const [refused] = await invite(harness.dana);
      expect(refused).toEqual({ person: harness.dana, code: error, reason: expect.stringMatching(/\.$/) });
    },
  );

  test.each(['is_archived', 'channel_not_found', 'not_in_channel', 'method_not_supported_for_channel_type'])(
    '%s is about the room, not about people',
    async (error) => {
      harness.fails('conversations.invite', { error });
      const failure = await failureOf(invite(harness.dana, harness.ana));
      expect(failure).toBeInstanceOf(Refused);
      expect(failure).toMatchObject({ code: error });
      expect(harness.argsOf('conversations.invite')).toHaveLength(1);
    },
  );

  test('somebody who is in it already counts as let in', async () => {
    await invite(harness.dana);
    harness.fails('conversations.invite', { error: 'already_in_channel' });
    expect(await invite(harness.dana)).toEqual([]);
  });
});

describe('a call that fails for the people it names', () => {
  test('is asked again for the others', async () => {
    // Slack without `force`: the whole call fails, and the answer says for whom.
    const { practice } = harness.shop;
    const asked: string[] = [];
    const refused = await inviteThrough(
      async (users) => {
        asked.push(users.join(','));
        if (users.includes('U0GHOST')) throw failedFor('U0GHOST', 'user_not_found');
        return { ok: true };
      },
      [ids.dana, 'U0GHOST', ids.ana],
    );
    expect(asked).toEqual([`${ids.dana},U0GHOST,${ids.ana}`, `${ids.dana},${ids.ana}`]);
    expect(refused).toMatchObject([{ person: 'slack:U0GHOST', code: 'user_not_found' }]);
    expect(practice.calls().some((call) => call.method === 'conversations.invite')).toBe(false);
  });
});

async function inviteThrough(
  answerTo: (users: string[]) => Promise<unknown>,
  users: readonly string[],
): Promise<unknown> {
  const { invite } = await import('../../../../src/chat/slack/rooms/invite.ts');
  const unused = () => Promise.reject(new Error('not asked'));
  return invite(
    {
      call: async (_method, args, answer) => answer.parse(await answerTo(String(args.users).split(','))),
      directory: { person: unused, nameOf: () => undefined },
      me: unused,
      context: unused,
      sendFile: unused,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    'slack:C1',
    users.map((user) => `slack:${user}`),
  );
}

function failedFor(user: string, error: string): Refused {
  const cause = { data: { ok: false, error, errors: [{ user, ok: false, error }] } };
  return new Refused('no', error, { cause });
}

function everybody(): PracticePerson[] {
  const person = (id: string, more: Partial<PracticePerson> = {}): PracticePerson => ({
    id,
    name: id.toLowerCase(),
    realName: id,
    note: '',
    role: 'agent',
    color: '#336699',
    isBot: false,
    timezone: 'UTC',
    ...more,
  });
  return [
    person(ids.dana),
    person(ids.ana),
    person(ids.bot, { role: 'bot', isBot: true }),
    person('U0GUEST', { restricted: true }),
    person('U0GONE', { deleted: true }),
    ...Array.from({ length: 200 }, (_, index) => person(`U1${index}`)),
  ];
}
