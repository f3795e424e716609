import type { Room } from '../server/room.ts';
import { archiveRoom, noteRoom, renameRoom, unarchiveRoom } from '../server/room-acts.ts';
import { showRoom, slackConversation } from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import { type Args, textArg } from './arguments.ts';
import { joinedRoom, roomArg } from './lookup.ts';
import type { Methods } from './method.ts';
import { freeName } from './room-names.ts';

/** docs.slack.dev/reference/methods/conversations.setTopic */
const longestTopic = 250;

/** Archiving, naming and describing a channel. */
export const roomChangeMethods: Methods = {
  'conversations.archive': (world, args) => {
    const room = changeable(roomArg(world, args));
    if (room.archived) throw new SlackRefusal('already_archived');
    joinedRoom(world, args);
    if (room.name === 'general') throw new SlackRefusal('cant_archive_general');
    archiveRoom(world, room, world.app.botUser);
    return {};
  },

  'conversations.unarchive': (world, args) => {
    const room = changeable(roomArg(world, args));
    if (!room.archived) throw new SlackRefusal('not_archived');
    unarchiveRoom(world, room, world.app.botUser);
    return {};
  },

  'conversations.rename': (world, args) => {
    const room = living(joinedRoom(world, args));
    const name = textArg(args, 'name') ?? '';
    if (name !== room.name) renameRoom(world, room, { name: freeName(world, name), by: world.app.botUser });
    return { channel: slackConversation(world, room) };
  },

  'conversations.setTopic': (world, args) => {
    const room = living(joinedRoom(world, args));
    room.topic = described(args, 'topic');
    noteRoom(world, room, {
      by: world.app.botUser,
      subtype: 'topic',
      text: `set the channel topic: ${room.topic}`,
    });
    showRoom(world, room);
    return { channel: slackConversation(world, room), topic: room.topic };
  },

  'conversations.setPurpose': (world, args) => {
    const room = living(joinedRoom(world, args));
    room.purpose = described(args, 'purpose');
    noteRoom(world, room, {
      by: world.app.botUser,
      subtype: 'purpose',
      text: `set the channel description: ${room.purpose}`,
    });
    return { channel: slackConversation(world, room), purpose: room.purpose };
  },
};

function described(args: Args, name: string): string {
  const text = textArg(args, name) ?? '';
  if (text.length > longestTopic) throw new SlackRefusal('too_long');
  return text;
}

function living(room: Room): Room {
  if (changeable(room).archived) throw new SlackRefusal('is_archived');
  return room;
}

function changeable(room: Room): Room {
  const isChannel = room.kind === 'channel' || room.kind === 'private';
  if (!isChannel) throw new SlackRefusal('method_not_supported_for_channel_type');
  return room;
}
