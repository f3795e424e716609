import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Practice } from '../../src/practice/practice-server.ts';
import { ids, openWorkshop, type Workshop } from '../chat/slack/support/practice-harness.ts';

let shop: Workshop;
let practice: Practice;
beforeEach(async () => {
  shop = await openWorkshop();
  practice = shop.practice;
});
afterEach(() => practice.close());

const support = { as: ids.ana, channel: ids.support };
const shown = (id: string = ids.support) => practice.state().channels.find((each) => each.id === id);

test('a channel shows its bookmarks and its page', async () => {
  const channel = `slack:${ids.support}`;
  await shop.chat.rooms.bookmark(channel, { title: 'Status', link: 'https://status.test' });
  await shop.chat.rooms.page(channel, { title: 'Now', markdown: '# Now' });
  expect(shown()).toMatchObject({
    bookmarks: [{ title: 'Status', link: 'https://status.test' }],
    canvas: { title: 'Now', markdown: '# Now' },
  });
});

test('a person renames and archives a channel, and nobody writes there any more', () => {
  practice.control.channel({ ...support, change: 'rename', name: 'help' });
  expect(shown()?.name).toBe('help');
  expect(() => practice.control.channel({ ...support, change: 'rename', name: 'away' })).toThrow('name');
  expect(() => practice.control.channel({ ...support, change: 'rename', name: 'Not Good' })).toThrow('name');
  practice.control.channel({ ...support, change: 'archive' });
  expect(shown()?.archived).toBe(true);
  const at = { ...support, ts: '1700000000.000100' };
  expect(() => practice.control.say({ ...support, text: 'Hello' })).toThrow('archived');
  expect(() => practice.control.pin(at)).toThrow('archived');
  expect(() => practice.control.member({ ...support, change: 'leave' })).toThrow('archived');
});

test('a channel that was deleted is gone from the page, and its name is free again', async () => {
  practice.control.channel({ ...support, change: 'delete' });
  expect(shown()).toBeUndefined();
  const { name } = await shop.chat.rooms.create({ name: 'support', restricted: false });
  expect(name).toBe('support');
});

test('nobody is taken out who is not in, and nobody unknown is let in', () => {
  const ghost = { ...support, person: 'U0GHOST' } as const;
  expect(() => practice.control.member({ ...ghost, change: 'join' })).toThrow('nobody');
  const away = { as: ids.dana, channel: 'C0AWAY', change: 'leave' } as const;
  expect(() => practice.control.member(away)).toThrow('not in the channel');
});
