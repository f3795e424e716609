import type { Rooms } from '../../../rooms-port.ts';
import { channelLink, fromDeskId } from '../ids.ts';
import { archive, unarchive } from './archive.ts';
import { setBookmark } from './bookmark.ts';
import { createRoom } from './create-room.ts';
import { findMade } from './find-made.ts';
import { invite } from './invite.ts';
import { members } from './members.ts';
import { openSetPage } from './page.ts';
import { pin } from './pin.ts';
import { readMessage } from './read-message.ts';
import type { RoomDesk } from './room-desk.ts';
import { roomState } from './room-state.ts';
import { setTopic } from './topic.ts';
import { upload } from './upload.ts';

/** Slack's channels as war rooms. */
export function openSlackRooms(desk: RoomDesk): Rooms {
  return {
    create: (room) => createRoom(desk, room),
    findMade: (room) => findMade(desk, room),
    invite: (channel, people) => invite(desk, channel, people),
    topic: (channel, text) => setTopic(desk, channel, text),
    pin: (message) => pin(desk, message),
    bookmark: (channel, bookmark) => setBookmark(desk, channel, bookmark),
    page: openSetPage(desk),
    upload: (place, file) => upload(desk, place, file),
    message: (id) => readMessage(desk, id),
    async link(channel) {
      const { workspaceUrl } = await desk.me();
      return workspaceUrl === undefined ? undefined : channelLink(workspaceUrl, fromDeskId(channel));
    },
    archive: (channel) => archive(desk, channel),
    unarchive: (channel) => unarchive(desk, channel),
    state: (channel) => roomState(desk, channel),
    members: (channel) => members(desk, channel),
  };
}
