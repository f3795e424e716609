import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refused, Unreachable } from '../../src/domain/errors.ts';
import { failureOf } from './chat-harness.ts';
import type { RoomsHarness } from './rooms-harness.ts';

/** What channels promise as war rooms, on every platform. */
export function roomsContract(name: string, open: () => Promise<RoomsHarness>): void {
  describe(`rooms contract on ${name}`, () => {
    let harness: RoomsHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    const made = (room: string, restricted = false) => harness.rooms.create({ name: room, restricted });
    const codeOf = async (promise: Promise<unknown>) => {
      const failure = await failureOf(promise);
      expect(failure).toBeInstanceOf(Refused);
      return (failure as Refused).code;
    };

    test('a room is made under its name, open, with nobody but the desk in it', async () => {
      const room = await made('inc-7-checkout');
      expect(room.name).toBe('inc-7-checkout');
      expect(await harness.rooms.state(room.channel)).toBe('open');
      expect(await harness.rooms.members(room.channel)).toEqual([]);
      expect(harness.isPrivate(room.channel)).toBe(false);
      expect(await harness.rooms.link(room.channel)).toMatch(/^https?:\/\//);
    });

    test('a restricted room is private', async () => {
      expect(harness.isPrivate((await made('inc-8-secret', true)).channel)).toBe(true);
    });

    test('a name that is taken is refused, also when the room of that name is archived', async () => {
      const { channel } = await made('inc-7');
      expect(await codeOf(made('inc-7'))).toBe('name_taken');
      await harness.rooms.archive(channel);
      expect(await codeOf(made('inc-7'))).toBe('name_taken');
      expect(await codeOf(made(harness.foreign.name))).toBe('name_taken');
    });

    test('a room whose making was not answered is found by its name', async () => {
      const since = harness.now();
      harness.loseNextMaking();
      const failure = await failureOf(made('inc-9'));
      expect(failure).toBeInstanceOf(Unreachable);
      expect(failure).toMatchObject({ unknownOutcome: true });
      const found = await harness.rooms.findMade({ name: 'inc-9', restricted: false, since });
      expect(found?.name).toBe('inc-9');
      expect(await harness.rooms.state(found!.channel)).toBe('open');
      expect(await codeOf(made('inc-9'))).toBe('name_taken');
    });

    test('a room nobody made, one of others, and one of long before are not found', async () => {
      const since = harness.now();
      expect(await harness.rooms.findMade({ name: 'inc-9', restricted: false, since })).toBeUndefined();
      expect(
        await harness.rooms.findMade({ name: harness.foreign.name, restricted: false, since }),
      ).toBeUndefined();
      await made('inc-9');
      const later = new Date(Date.parse(harness.now()) + 3_600_000).toISOString();
      expect(
        await harness.rooms.findMade({ name: 'inc-9', restricted: false, since: later }),
      ).toBeUndefined();
    });

    test('a room that came out public is not taken for a restricted one, and is put away', async () => {
      const since = harness.now();
      const { channel } = await made('inc-9');
      const found = harness.rooms.findMade({ name: 'inc-9', restricted: true, since });
      expect(await codeOf(found)).toBe('not_private');
      expect(await harness.rooms.state(channel)).toBe('archived');
      const hidden = await made('inc-10', true);
      expect(await harness.rooms.findMade({ name: 'inc-10', restricted: true, since })).toEqual(hidden);
    });

    test('everybody is let in who can be, and the others are named', async () => {
      const { channel } = await made('inc-7');
      const { dana, ana, ghost } = harness;
      const refused = await harness.rooms.invite(channel, [dana, ghost, ana]);
      expect(refused).toEqual([
        { person: ghost, reason: expect.stringMatching(/\.$/), code: 'user_not_found' },
      ]);
      expect([...(await harness.rooms.members(channel))].sort()).toEqual([ana, dana].sort());
      expect(await harness.rooms.invite(channel, [dana, ana])).toEqual([]);
      expect(await harness.rooms.invite(channel, [])).toEqual([]);
    });

    test('a topic is set once, and shortened visibly', async () => {
      const { channel } = await made('inc-7');
      await harness.rooms.topic(channel, 'P1 & <urgent>');
      await harness.rooms.topic(channel, 'P1 & <urgent>');
      expect(harness.topicsOf(channel)).toEqual(['P1 & <urgent>']);
      await harness.rooms.topic(channel, 'x'.repeat(400));
      expect(harness.topicsOf(channel)[1]).toMatch(/^x+…$/);
    });

    test('a message is pinned once', async () => {
      const { channel } = await made('inc-7');
      const message = await harness.says(channel, 'The card');
      await harness.rooms.pin(message);
      await harness.rooms.pin(message);
      expect(harness.pinsOf(channel)).toEqual([message]);
    });

    test('a bookmark stands there once, with the latest link', async () => {
      const { channel } = await made('inc-7');
      await harness.rooms.bookmark(channel, { title: 'Status', link: 'https://status.test/1' });
      await harness.rooms.bookmark(channel, { title: 'Ticket', link: 'https://tickets.test/1' });
      await harness.rooms.bookmark(channel, { title: 'Status', link: 'https://status.test/2' });
      expect(harness.bookmarksOf(channel)).toEqual([
        { title: 'Status', link: 'https://status.test/2' },
        { title: 'Ticket', link: 'https://tickets.test/1' },
      ]);
    });

    test('the page is made, and replaced', async () => {
      const { channel } = await made('inc-7');
      await harness.rooms.page(channel, { title: 'INC-7', markdown: '# First' });
      await harness.rooms.page(channel, { title: 'INC-7', markdown: '# Second' });
      expect(harness.pageOf(channel)).toBe('# Second');
    });

    test('a file is put into the room', async () => {
      const { channel } = await made('inc-7');
      const file = { name: 'inc-7.md', title: 'Record of INC-7', text: '# Ärger\n' };
      await harness.rooms.upload({ channel }, file);
      expect(await harness.filesOf(channel)).toEqual([{ name: 'inc-7.md', text: '# Ärger\n' }]);
    });

    test('a room is archived and brought back, as often as one likes', async () => {
      const { channel } = await made('inc-7');
      await harness.rooms.archive(channel);
      await harness.rooms.archive(channel);
      expect(await harness.rooms.state(channel)).toBe('archived');
      expect(await codeOf(harness.rooms.invite(channel, [harness.dana]))).toBe('is_archived');
      expect(await codeOf(harness.rooms.topic(channel, 'Over'))).toBe('is_archived');
      await harness.rooms.unarchive(channel);
      await harness.rooms.unarchive(channel);
      expect(await harness.rooms.state(channel)).toBe('open');
    });

    test('a room that was deleted is gone', async () => {
      const { channel } = await made('inc-7');
      await harness.deletes(channel);
      expect(await harness.rooms.state(channel)).toBe('gone');
      expect(await codeOf(harness.rooms.invite(channel, [harness.dana]))).toBe('channel_not_found');
    });
  });
}
