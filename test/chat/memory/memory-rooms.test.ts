import { describe, expect, test } from 'vitest';
import { memoryChat } from '../../../src/chat/memory/memory-chat.ts';
import { memoryRooms } from '../../../src/chat/memory/memory-rooms.ts';
import { Refused, Unreachable } from '../../../src/domain/errors.ts';
import { roomsContract } from '../../contracts/rooms.contract.ts';
import type { RoomsHarness } from '../../contracts/rooms-harness.ts';

const at = '2026-11-20T10:00:00.000Z';
const clock = { now: () => at };

roomsContract('memory', async () => openHarness());

describe('rooms in memory', () => {
  test('a planned failure comes once, before the call takes effect or after it', async () => {
    const rooms = memoryRooms(memoryChat(), clock);
    rooms.failNext('create', new Refused('no', 'restricted_action'));
    rooms.failNext('create', new Unreachable('lost', { unknownOutcome: true }), 'after');
    await expect(rooms.create({ name: 'inc-1', restricted: false })).rejects.toBeInstanceOf(Refused);
    expect(rooms.rooms.size).toBe(0);
    await expect(rooms.create({ name: 'inc-1', restricted: false })).rejects.toBeInstanceOf(Unreachable);
    expect(rooms.named('inc-1')).toMatchObject({ state: 'open', byDesk: true });
  });

  test('a room nobody made is missed by its name', () => {
    expect(() => memoryRooms(memoryChat(), clock).named('inc-1')).toThrow('inc-1');
  });

  test('the words of a message are those of the chat', async () => {
    const chat = memoryChat();
    await chat.start(async () => undefined);
    const message = {
      id: 'memory:1',
      thread: 'memory:1',
      place: { channel: 'memory:room', kind: 'channel' as const },
      author: 'memory:dana',
      byApp: false,
      text: 'It is the cache',
      files: [],
      at,
    };
    await chat.deliver({ type: 'message', keys: ['1'], at, message, mentionsDesk: false });
    const rooms = memoryRooms(chat, clock);
    expect((await rooms.message('memory:1'))?.text).toBe('It is the cache');
    expect(await rooms.message('memory:2')).toBeUndefined();
  });
});

function openHarness(): RoomsHarness {
  const chat = memoryChat();
  const rooms = memoryRooms(chat, clock);
  const foreign = { channel: 'memory:foreign', name: 'war-room' };
  rooms.add({ ...foreign, byDesk: false });
  rooms.uninvitable.set('memory:ghost', { reason: 'Nobody knows this person.', code: 'user_not_found' });
  const at = (channel: string) => rooms.rooms.get(channel)!;
  return {
    rooms,
    foreign,
    dana: 'memory:dana',
    ana: 'memory:ana',
    ghost: 'memory:ghost',
    now: clock.now,
    async says(channel, text) {
      const card = { audience: 'team' as const, summary: text, blocks: [] };
      return (await chat.post({ key: text, channel, audience: 'team', card })).id;
    },
    topicsOf: (channel) => at(channel).topics,
    pinsOf: (channel) => [...at(channel).pins],
    bookmarksOf: (channel) => [...at(channel).bookmarks].map(([title, link]) => ({ title, link })),
    pageOf: (channel) => at(channel).page?.markdown,
    filesOf: async (channel) => at(channel).files.map(({ name, text }) => ({ name, text })),
    isPrivate: (channel) => at(channel).restricted,
    deletes: async (channel) => {
      at(channel).state = 'gone';
    },
    loseNextMaking: () =>
      rooms.failNext('create', new Unreachable('lost', { unknownOutcome: true }), 'after'),
    close: async () => undefined,
  };
}
