import { showRoom } from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { type Args, neededText, textArg } from './arguments.ts';
import { joinedRoom } from './lookup.ts';
import type { Methods } from './method.ts';

/** Slack allows 100 bookmarks in a channel (slack.com help, "Bookmark"). */
const mostBookmarks = 100;

export const bookmarkMethods: Methods = {
  'bookmarks.add': (world, args) => {
    const room = joinedRoom(world, args, 'channel_id');
    if (room.bookmarks.size >= mostBookmarks) throw new SlackRefusal('too_many_bookmarks');
    const title = neededText(args, 'title');
    const type = neededText(args, 'type', 'invalid_bookmark_type');
    if (type !== 'link') throw new SlackRefusal('invalid_bookmark_type');
    const link = linkArg(args);
    const id = world.ids.next('Bk');
    const bookmark = {
      id,
      channel_id: room.id,
      title,
      type,
      link,
      emoji: textArg(args, 'emoji') ?? '',
      rank: 'i',
    };
    room.bookmarks.set(id, bookmark);
    showRoom(world, room);
    return { bookmark };
  },

  'bookmarks.edit': (world, args) => {
    const { room, bookmark } = bookmarkArg(world, args);
    const title = textArg(args, 'title');
    const changed = {
      ...bookmark,
      ...(title !== undefined && { title }),
      ...(textArg(args, 'link') !== undefined && { link: linkArg(args) }),
    };
    room.bookmarks.set(String(bookmark.id), changed);
    showRoom(world, room);
    return { bookmark: changed };
  },

  'bookmarks.remove': (world, args) => {
    const { room, bookmark } = bookmarkArg(world, args);
    room.bookmarks.delete(String(bookmark.id));
    showRoom(world, room);
    return {};
  },

  'bookmarks.list': (world, args) => ({
    bookmarks: [...joinedRoom(world, args, 'channel_id').bookmarks.values()],
  }),
};

function bookmarkArg(world: World, args: Args) {
  const room = joinedRoom(world, args, 'channel_id');
  const bookmark = room.bookmarks.get(neededText(args, 'bookmark_id'));
  if (!bookmark) throw new SlackRefusal('not_found');
  return { room, bookmark };
}

function linkArg(args: Args): string {
  const link = neededText(args, 'link', 'invalid_link');
  if (!/^(https?|mailto):/.test(link)) throw new SlackRefusal('invalid_link');
  return link;
}
