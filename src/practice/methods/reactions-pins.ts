import type { Message } from '../server/message.ts';
import { listedMessage } from '../server/message-shapes.ts';
import { addReaction, removeReaction } from '../server/messages.ts';
import { pinMessage, unpinMessage } from '../server/pinning.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { type Args, neededText } from './arguments.ts';
import { joinedRoom, messageArg } from './lookup.ts';
import type { Methods } from './method.ts';

const stampNames = { channel: 'channel', ts: 'timestamp' };

/** Reactions and pins of the desk itself. */
export const reactionMethods: Methods = {
  'reactions.add': (world, args) => {
    const added = addReaction(world, markable(world, args), reactionOf(world, args));
    if (!added) throw new SlackRefusal('already_reacted');
    return {};
  },

  'reactions.remove': (world, args) => {
    const removed = removeReaction(world, markable(world, args), reactionOf(world, args));
    if (!removed) throw new SlackRefusal('no_reaction');
    return {};
  },

  'reactions.get': (world, args) => {
    const message = markable(world, args);
    return {
      type: 'message',
      channel: message.channel,
      message: listedMessage(world, message, 'no metadata'),
    };
  },

  'pins.add': (world, args) => {
    const message = markable(world, args);
    if (!pinMessage(world, message, world.app.botUser)) throw new SlackRefusal('already_pinned');
    return {};
  },

  'pins.remove': (world, args) => {
    const message = markable(world, args);
    if (!unpinMessage(world, message, world.app.botUser)) throw new SlackRefusal('no_pin');
    return {};
  },

  'pins.list': (world, args) => {
    const room = joinedRoom(world, args);
    const pinned = [...room.byTs.values()].filter((message) => message.pinned);
    const items = pinned.map((message) => ({
      type: 'message',
      channel: room.id,
      message: listedMessage(world, message, 'no metadata'),
    }));
    return { items };
  },
};

function markable(world: World, args: Args): Message {
  const room = joinedRoom(world, args);
  if (room.archived) throw new SlackRefusal('is_archived');
  return messageArg(world, args, stampNames);
}

function reactionOf(world: World, args: Args): { user: string; name: string } {
  const name = neededText(args, 'name', 'no_item_specified').replaceAll(':', '');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackRefusal('invalid_name');
  return { user: world.app.botUser, name };
}
