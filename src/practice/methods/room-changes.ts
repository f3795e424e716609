import { postMessage } from '../server/messages.ts';
import type { Room } from '../server/room.ts';
import { announceRoom, showRoom, slackConversation } from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
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
    note(world, room, { subtype: 'archive', text: 'archived the channel' });
    room.archived = true;
    showRoom(world, room);
    announceRoom(world, room, 'archive');
    return {};
  },

  'conversations.unarchive': (world, args) => {
    const room = changeable(roomArg(world, args));
    if (!room.archived) throw new SlackRefusal('not_archived');
    room.archived = false;
    showRoom(world, room);
    announceRoom(world, room, 'unarchive');
    return {};
  },

  'conversations.rename': (world, args) => {
    const room = living(joinedRoom(world, args));
    const name = textArg(args, 'name') ?? '';
    if (name !== room.name) {
      freeName(world, name);
      world.roomNames.delete(room.name);
      world.roomNames.set(name, room.id);
      note(world, room, {
        subtype: 'name',
        text: `has renamed the channel from "${room.name}" to "${name}"`,
      });
      room.name = name;
      showRoom(world, room);
      announceRoom(world, room, 'rename');
    }
    return { channel: slackConversation(world, room) };
  },

  'conversations.setTopic': (world, args) => {
    const room = living(joinedRoom(world, args));
    room.topic = described(args, 'topic');
    note(world, room, { subtype: 'topic', text: `set the channel topic: ${room.topic}` });
    showRoom(world, room);
    return { channel: slackConversation(world, room), topic: room.topic };
  },

  'conversations.setPurpose': (world, args) => {
    const room = living(joinedRoom(world, args));
    room.purpose = described(args, 'purpose');
    note(world, room, { subtype: 'purpose', text: `set the channel description: ${room.purpose}` });
    return { channel: slackConversation(world, room), purpose: room.purpose };
  },
};

/** The grey line Slack writes into a channel when it changes. */
function note(world: World, room: Room, { subtype, text }: { subtype: string; text: string }): void {
  const prefix = room.kind === 'channel' ? 'channel' : 'group';
  const { botUser: user } = world.app;
  postMessage(world, room, { user, subtype: `${prefix}_${subtype}`, text: `<@${user}> ${text}` });
}

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
