import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSlackChat } from '../../../../src/chat/slack/slack-chat.ts';
import { Refused, Unreachable } from '../../../../src/domain/errors.ts';
import { failureOf } from '../../../contracts/chat-harness.ts';
import { ids, recordingLog, secrets } from '../support/practice-harness.ts';
import { openSlackRoomsHarness, type SlackRoomsHarness } from '../support/rooms-harness.ts';

let harness: SlackRoomsHarness;
let channel: string;
beforeEach(async () => {
  harness = await openSlackRoomsHarness();
  channel = (await harness.rooms.create({ name: 'inc-7', restricted: false })).channel;
});
afterEach(() => harness.close());

const page = { title: 'INC-7', markdown: '# Now' };
const file = { name: 'inc-7.md', title: 'Record', text: 'Record' };
const message = () => harness.says(channel, 'The card');

describe('furnishing a room in Slack', () => {
  test.each([
    ['too_many_pins', 'pins.add', async () => harness.rooms.pin(await message())],
    ['not_pinnable', 'pins.add', async () => harness.rooms.pin(await message())],
    [
      'too_many_bookmarks',
      'bookmarks.add',
      () => harness.rooms.bookmark(channel, { title: 'x', link: 'https://x.test' }),
    ],
    [
      'permission_denied',
      'bookmarks.list',
      () => harness.rooms.bookmark(channel, { title: 'x', link: 'https://x.test' }),
    ],
    ['restricted_action', 'conversations.setTopic', () => harness.rooms.topic(channel, 'P1')],
    ['canvas_disabled_user_team', 'conversations.canvases.create', () => harness.rooms.page(channel, page)],
    ['canvas_creation_failed', 'conversations.canvases.create', () => harness.rooms.page(channel, page)],
    ['restricted_action', 'conversations.archive', () => harness.rooms.archive(channel)],
    ['cant_archive_required', 'conversations.archive', () => harness.rooms.archive(channel)],
    ['not_in_channel', 'conversations.unarchive', () => harness.rooms.unarchive(channel)],
    ['storage_limit_reached', 'files.getUploadURLExternal', () => harness.rooms.upload({ channel }, file)],
    ['is_archived', 'files.completeUploadExternal', () => harness.rooms.upload({ channel }, file)],
  ])('%s at %s is refused in plain words', async (error, method, act) => {
    harness.fails(method, { error });
    const failure = await failureOf(act());
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ code: error });
    expect((failure as Refused).message).not.toContain(error);
  });

  test.each([
    ['pins.add', async () => harness.rooms.pin(await message())],
    ['conversations.info', () => harness.rooms.topic(channel, 'P1')],
    ['conversations.info', () => harness.rooms.state(channel)],
    ['conversations.members', () => harness.rooms.members(channel)],
    [
      'users.conversations',
      () => harness.rooms.findMade({ name: 'x', restricted: false, since: harness.now() }),
    ],
  ])('too many calls of %s are told with how long to wait', async (method, act) => {
    harness.fails(method, { status: 429, retryAfter: 3 });
    const failure = await failureOf(act());
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure).toMatchObject({ retryAfterMs: 3000 });
  });

  test('a topic that stands there already is not set again', async () => {
    await harness.rooms.topic(channel, 'P1 \n & more');
    await harness.rooms.topic(channel, 'P1 & more');
    expect(harness.argsOf('conversations.setTopic').map((args) => args.topic)).toEqual(['P1 & more']);
  });

  test('a bookmark that is right already is left alone', async () => {
    await harness.rooms.bookmark(channel, { title: 'Status', link: 'https://x.test' });
    await harness.rooms.bookmark(channel, { title: 'Status', link: 'https://x.test' });
    expect(harness.argsOf('bookmarks.edit')).toHaveLength(0);
    expect(harness.bookmarksOf(channel)).toHaveLength(1);
  });

  test('a page is made once, however often it is written', async () => {
    for (const markdown of ['One', 'Two', 'Three']) await harness.rooms.page(channel, { ...page, markdown });
    expect(harness.pageOf(channel)).toBe('Three');
    expect(harness.argsOf('conversations.canvases.create')).toHaveLength(1);
  });

  test('a page that exists already is found and replaced after a restart', async () => {
    await harness.rooms.page(channel, page);
    const again = openSlackChat({
      ...secrets,
      appToken: undefined,
      apiUrl: harness.shop.practice.apiUrl,
      host: '127.0.0.1',
      port: 0,
      log: recordingLog([]),
    });
    await again.rooms.page(channel, { ...page, markdown: 'After it' });
    expect(harness.pageOf(channel)).toBe('After it');
  });

  test.each(['canvas_not_found', 'canvas_deleted'])(
    'a page somebody took away (%s) is made anew',
    async (error) => {
      await harness.rooms.page(channel, page);
      harness.fails('canvases.edit', { error });
      await harness.rooms.page(channel, { ...page, markdown: 'Anew' });
      expect(harness.pageOf(channel)).toBe('Anew');
    },
  );

  test('a page that exists without saying which one is refused', async () => {
    harness.fails('conversations.canvases.create', { error: 'free_team_canvas_tab_already_exists' });
    expect(await failureOf(harness.rooms.page(channel, page))).toMatchObject({
      name: 'Refused',
      code: 'free_team_canvas_tab_already_exists',
    });
  });

  test('a file goes into a thread, and an empty one is not lost', async () => {
    const thread = await message();
    await harness.rooms.upload({ channel, thread }, { ...file, text: '' });
    expect(await harness.filesOf(channel)).toEqual([{ name: 'inc-7.md', text: '\n' }]);
    const [shared] = harness.argsOf('files.completeUploadExternal');
    expect(shared).toMatchObject({ thread_ts: thread.split(':')[2], files: [{ title: 'Record' }] });
  });

  test('a file whose last step was not answered may be there', async () => {
    harness.fails('files.completeUploadExternal', { drop: 'after' });
    expect(await failureOf(harness.rooms.upload({ channel }, file))).toMatchObject({
      name: 'Unreachable',
      unknownOutcome: true,
    });
    expect(await harness.filesOf(channel)).toHaveLength(1);
  });
});

describe('a workspace without canvases', () => {
  test('refuses the page in plain words', async () => {
    await harness.close();
    harness = await openSlackRoomsHarness({ plan: 'free' });
    const room = await harness.rooms.create({ name: 'inc-7', restricted: false });
    expect(await failureOf(harness.rooms.page(room.channel, page))).toMatchObject({
      code: 'team_tier_cannot_create_channel_canvases',
      message: expect.stringMatching(/plan/),
    });
  });
});

describe('looking at a room in Slack', () => {
  test('one the desk was taken out of is gone', async () => {
    const bot = harness.shop.practice.bot.userId;
    const at = channel.replace('slack:', '');
    await harness.rooms.invite(channel, [harness.ana]);
    harness.shop.practice.control.member({ as: ids.ana, channel: at, change: 'leave', person: bot });
    expect(await harness.rooms.state(channel)).toBe('gone');
    const hidden = await harness.rooms.create({ name: 'inc-8', restricted: true });
    await harness.rooms.invite(hidden.channel, [harness.ana]);
    const hiddenAt = hidden.channel.replace('slack:', '');
    harness.shop.practice.control.member({ as: ids.ana, channel: hiddenAt, change: 'leave', person: bot });
    expect(await harness.rooms.state(hidden.channel)).toBe('gone');
  });

  test('its link opens the channel', async () => {
    expect(await harness.rooms.link(channel)).toMatch(
      new RegExp(`/archives/${channel.replace('slack:', '')}$`),
    );
  });

  test('a message is read wherever it stands, with its words as they are now', async () => {
    const { practice } = harness.shop;
    const at = { as: ids.dana, channel: ids.support };
    const top = practice.control.say({ ...at, text: 'The cache is full' });
    const reply = practice.control.say({ ...at, text: 'Which one', threadTs: top.ts });
    practice.control.edit({ ...at, ts: reply.ts, text: 'Which one?' });
    const read = (ts: string) => harness.rooms.message(`slack:${ids.support}:${ts}`);
    expect(await read(top.ts)).toMatchObject({ text: 'The cache is full', author: harness.dana });
    expect(await read(reply.ts)).toMatchObject({
      text: 'Which one?',
      thread: `slack:${ids.support}:${top.ts}`,
    });
    practice.control.remove({ ...at, ts: reply.ts });
    expect(await read(reply.ts)).toBeUndefined();
    expect(await read('1700000000.000100')).toBeUndefined();
    expect(await harness.rooms.message('slack:C0AWAY:1700000000.000100')).toBeUndefined();
    harness.fails('conversations.history', { error: 'channel_not_found' });
    expect(await read(top.ts)).toBeUndefined();
  });
});
