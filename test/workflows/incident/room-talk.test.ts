import { beforeEach, describe, expect, test } from 'vitest';
import { handleEvent } from '../../../handlers/index.ts';
import type { ChatEvent, ChatMessage } from '../../../src/domain/chat-event.ts';
import { stampOf } from '../../../src/domain/incident/decision.ts';
import { minute, second } from '../../../src/domain/time.ts';
import { changeIncident, loadIncidentWithLog } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, dana, incidentsChannel } from '../../support/builders.ts';
import { asDesk, aWarRoom, type WarRoom } from './a-war-room.ts';

let room: WarRoom;
let channel: string;
let count = 0;

beforeEach(async () => {
  room = await aWarRoom();
  await room.pass(10 * second);
  channel = (await room.incident()).room.channel ?? '';
  await room.chat.start(async (event) => {
    await handleEvent(room.desk, event);
    return undefined;
  });
});

const base = () => {
  count += 1;
  return { keys: [`talk-${count}`], at: room.clock.now() };
};

async function hear<T extends ChatEvent>(event: T): Promise<void> {
  await room.chat.deliver(event);
}

async function said(
  text: string,
  given: Partial<ChatMessage> & { mentions?: true } = {},
): Promise<ChatMessage> {
  const { mentions = false, ...more } = given;
  const { keys, at } = base();
  const id = `${channel}:${count}`;
  const place = { channel, kind: 'channel' as const };
  const message = { id, thread: id, place, author: ben, byApp: false, text, files: [], at, ...more };
  await hear({ type: 'message', keys, at, message, mentionsDesk: mentions });
  return message;
}

const pinned = (message: ChatMessage, by = ana) =>
  hear({ ...base(), type: 'pinned', change: 'pinned', by, message: message.id, place: message.place });

async function logged(...types: readonly string[]) {
  const log = (await loadIncidentWithLog(room.desk, 'INC-7'))?.log ?? [];
  return log.map(({ event }) => event).filter(({ type }) => types.includes(type));
}

const tickets = () => room.desk.store.tickets({});

describe('kept', () => {
  test('is what somebody pins, with its words and the names of its files, once', async () => {
    const file = { name: 'graph.png', bytes: 10, kind: 'image/png' };
    const message = await said('The gateway drops every third call', { files: [file] });
    await pinned(message);
    await pinned(message, ben);
    expect(await logged('message_kept')).toMatchObject([
      { author: ben, by: ana, how: 'pinned', text: 'The gateway drops every third call\nFiles: graph.png' },
    ]);
  });

  test.each([
    ['pushpin', 1],
    ['round_pushpin', 1],
    ['eyes', 0],
  ])('is what gets :%s:, %i', async (emoji, kept) => {
    const { id, place } = await said('Rolled back to 4.2');
    await hear({ ...base(), type: 'reaction', emoji, by: ana, message: id, place });
    expect(await logged('message_kept')).toHaveLength(kept);
  });

  test('is followed when it is changed or deleted; a preview that was added changes nothing', async () => {
    const message = await said('Rolled back to 4.2');
    await pinned(message);
    await hear({ ...base(), type: 'message_edited', message });
    await hear({ ...base(), type: 'message_edited', message: { ...message, text: 'Rolled back to 4.1' } });
    const { id, thread, place } = message;
    await hear({ ...base(), type: 'message_deleted', id, thread, place, by: ben });
    expect(await logged('kept_message_edited', 'kept_message_deleted')).toMatchObject([
      { type: 'kept_message_edited', text: 'Rolled back to 4.1' },
      { type: 'kept_message_deleted', message: id },
    ]);
  });

  test('is not what nobody kept', async () => {
    const message = await said('Lunch?');
    await hear({ ...base(), type: 'message_edited', message: { ...message, text: 'Dinner?' } });
    expect(await logged('message_kept', 'kept_message_edited')).toEqual([]);
  });
});

describe('the desk addressed in a room', () => {
  test('notes it, says so to whoever wrote, and makes no ticket', async () => {
    await said('@Muster we suspect the gateway', { mentions: true });
    expect(await logged('noted')).toMatchObject([{ text: '@Muster we suspect the gateway', by: ben }]);
    expect(JSON.stringify(room.chat.answers)).toContain('Noted in the log');
    expect(await tickets()).toEqual([]);
  });

  test('makes no ticket in a thread of the room, when it is long over, or in a room that was lost', async () => {
    await said('@Muster a thought', { mentions: true, thread: `${channel}:9` });
    const over = { type: 'cancelled' as const, reason: 'A false alarm.', ...stampOf(asDesk(room)) };
    await changeIncident(room.desk, 'INC-7', () => ({ events: [over] }));
    await said('@Muster and one more', { mentions: true });
    expect(await logged('noted')).toHaveLength(2);
    expect(await tickets()).toEqual([]);
  });

  test('makes no ticket in a room that has a successor', async () => {
    await hear({ ...base(), type: 'channel_changed', change: 'deleted', channel, by: ben });
    await room.pass(6 * minute);
    expect((await room.incident()).room.channel).not.toBe(channel);
    await said('@Muster still here', { mentions: true });
    expect(await logged('noted')).toHaveLength(1);
    expect(await tickets()).toEqual([]);
  });

  test('makes no ticket under the announcement', async () => {
    const thread = (await room.incident()).messages.announcement?.id ?? '';
    const place = { channel: incidentsChannel, kind: 'channel' as const };
    await said('@Muster which customers?', { mentions: true, thread, place });
    expect(await logged('noted')).toHaveLength(1);
    expect(await tickets()).toEqual([]);
  });
});

test('who comes and goes is in the log, each time once', async () => {
  const place = { channel, kind: 'channel' as const };
  const event = { ...base(), type: 'membership' as const, person: ben, isDesk: false, place };
  await hear({ ...event, change: 'joined' });
  await hear({ ...event, change: 'joined' });
  await hear({ ...event, ...base(), change: 'left' });
  expect((await logged('joined', 'left')).map(({ type }) => type)).toEqual(['joined', 'left']);
  expect((await room.incident()).room.invited).toContain(ben);
});

test('a requester of one of its tickets has no say in the room', async () => {
  const ticket = await room.write('Checkout is broken', { author: dana });
  await changeIncident(room.desk, 'INC-7', () => ({
    events: [{ type: 'ticket_attached', ticket: { ticket }, ...stampOf(asDesk(room)) }],
  }));
  await said('@Muster when is it fixed', { mentions: true, author: dana });
  await pinned(await said('I am waiting', { author: dana }), dana);
  expect(await logged('noted', 'message_kept')).toEqual([]);
  expect(await tickets()).toHaveLength(1);
});

test('a channel that is no room makes no news', async () => {
  const elsewhere = { channel: 'slack:C9', kind: 'channel' as const };
  const before = await room.log();
  await pinned(await said('Here', { place: elsewhere }));
  await hear({ ...base(), type: 'channel_changed', change: 'archived', channel: 'slack:C9' });
  const member = {
    type: 'membership' as const,
    change: 'left' as const,
    person: 'slack:UDESK',
    isDesk: true,
  };
  await hear({ ...base(), ...member, place: elsewhere });
  expect(await room.log()).toEqual(before);
});
