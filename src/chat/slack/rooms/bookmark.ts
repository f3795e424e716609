import { z } from 'zod';
import { anyAnswer } from '../call-slack.ts';
import { fromDeskId } from '../ids.ts';
import { inWords, type RoomDesk } from './room-desk.ts';

const Bookmarks = z.object({
  bookmarks: z.array(z.object({ id: z.string(), title: z.string().nullish(), link: z.string().nullish() })),
});

const words = {
  too_many_bookmarks: 'The channel has as many bookmarks as Slack allows.',
  permission_denied: 'The desk may not set bookmarks in this channel.',
  restricted_action: 'An administrator has restricted who may set bookmarks.',
  invalid_link: 'Slack does not take this address as a bookmark.',
};

/** A link at the top of the channel, under a title that stands there once. */
export async function setBookmark(
  desk: RoomDesk,
  deskId: string,
  bookmark: { readonly title: string; readonly link: string },
): Promise<void> {
  const channel_id = fromDeskId(deskId);
  const { title, link } = bookmark;
  await inWords(words, async () => {
    const { bookmarks } = await desk.call('bookmarks.list', { channel_id }, Bookmarks);
    const same = bookmarks.find((each) => each.title === title);
    if (same?.link === link) return;
    if (same) await desk.call('bookmarks.edit', { channel_id, bookmark_id: same.id, link }, anyAnswer);
    else await desk.call('bookmarks.add', { channel_id, title, type: 'link', link }, anyAnswer);
  });
}
