import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatEvent } from '../../../../src/domain/chat-event.ts';
import { ids } from '../support/practice-harness.ts';
import { openSlackRoomsHarness, type SlackRoomsHarness } from '../support/rooms-harness.ts';

let harness: SlackRoomsHarness;
let heard: ChatEvent[];
let at: { as: string; channel: string };
beforeEach(async () => {
  heard = [];
  harness = await openSlackRoomsHarness();
  await harness.shop.start(async (event) => {
    if (event.type !== 'message') heard.push(event);
    return undefined;
  });
  const { channel } = await harness.rooms.create({ name: 'inc-7', restricted: true });
  await harness.rooms.invite(channel, [harness.ana]);
  await harness.shop.practice.idle();
  at = { as: ids.ana, channel: channel.replace('slack:', '') };
});
afterEach(() => harness.shop.close());

const told = async () => {
  await harness.shop.practice.idle();
  return heard.splice(0);
};

test('who comes and goes in a room is heard, with the desk itself told apart', async () => {
  const { control, bot } = harness.shop.practice;
  expect(await told()).toMatchObject([{ type: 'membership', change: 'joined', person: harness.ana }]);
  control.member({ ...at, change: 'join', person: ids.dana });
  control.member({ ...at, as: ids.dana, change: 'leave' });
  expect(await told()).toMatchObject([
    { type: 'membership', change: 'joined', person: harness.dana, isDesk: false, place: { kind: 'private' } },
    { type: 'membership', change: 'left', person: harness.dana, isDesk: false },
  ]);
  control.member({ ...at, change: 'leave', person: bot.userId });
  expect(await told()).toMatchObject([
    { type: 'membership', change: 'left', person: `slack:${bot.userId}`, isDesk: true },
  ]);
  expect(await harness.rooms.state(`slack:${at.channel}`)).toBe('gone');
});

test('the desk hears that it was let in', async () => {
  await told();
  const { control, bot } = harness.shop.practice;
  control.member({ as: ids.ana, channel: 'C0AWAY', change: 'join', person: bot.userId });
  expect(await told()).toMatchObject([{ type: 'membership', change: 'joined', isDesk: true }]);
});

test('what people pin is heard, what the desk pins is not', async () => {
  await told();
  const { control } = harness.shop.practice;
  const { ts } = control.say({ ...at, text: 'It is the cache' });
  control.pin({ ...at, ts });
  control.pin({ ...at, ts });
  const message = `slack:${at.channel}:${ts}`;
  expect(await told()).toMatchObject([
    { type: 'pinned', change: 'pinned', by: harness.ana, message },
    { type: 'pinned', change: 'unpinned', by: harness.ana, message },
  ]);
  await harness.rooms.pin(message);
  expect(await told()).toEqual([]);
});

test('what people do to a room is heard, what the desk does is not', async () => {
  await told();
  const { control } = harness.shop.practice;
  await harness.rooms.archive(`slack:${at.channel}`);
  await harness.rooms.unarchive(`slack:${at.channel}`);
  expect(await told()).toEqual([]);
  control.channel({ ...at, change: 'rename', name: 'inc-7-cache' });
  control.channel({ ...at, change: 'archive' });
  control.channel({ ...at, change: 'unarchive' });
  control.channel({ ...at, change: 'delete' });
  const channel = `slack:${at.channel}`;
  expect(await told()).toMatchObject([
    { type: 'channel_changed', change: 'renamed', channel, name: 'inc-7-cache' },
    { type: 'channel_changed', change: 'archived', channel, by: harness.ana },
    { type: 'channel_changed', change: 'unarchived', channel, by: harness.ana },
    { type: 'channel_changed', change: 'deleted', channel, by: harness.ana },
  ]);
  expect(await harness.rooms.state(channel)).toBe('gone');
});
