import type { Message } from '../server/message.ts';
import { slackMessage } from '../server/message-shapes.ts';
import { editMessage, postEphemeral, postMessage, removeMessage } from '../server/messages.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import { findMessage } from '../server/world.ts';
import { type Args, flagArg, neededText, objectArg, textArg } from './arguments.ts';
import { checkedBlocks, contentOf } from './content.ts';
import { joinedRoom, messageArg, postableRoom, roomArg } from './lookup.ts';
import type { Method, Methods } from './method.ts';

/** `chat.*` for messages that are there at once; scheduled and streamed ones have their own files. */
export const chatMethods: Methods = {
  'chat.postMessage': (world, args) => {
    const room = postableRoom(world, args);
    const content = contentOf(world, args);
    const username = textArg(args, 'username');
    const message = postMessage(world, room, {
      ...content,
      user: world.app.botUser,
      botId: world.app.botId,
      username,
      ...(username !== undefined && { subtype: 'bot_message' }),
      threadTs: textArg(args, 'thread_ts'),
      broadcast: flagArg(args, 'reply_broadcast'),
    });
    return { channel: room.id, ts: message.ts, message: slackMessage(world, message) };
  },

  'chat.postEphemeral': (world, args) => {
    const room = postableRoom(world, args);
    const user = neededText(args, 'user');
    if (!room.members.has(user)) throw new SlackRefusal('user_not_in_channel');
    const message = postEphemeral(world, room, {
      ...contentOf(world, args),
      user: world.app.botUser,
      botId: world.app.botId,
      threadTs: textArg(args, 'thread_ts'),
      ephemeralTo: user,
    });
    return { message_ts: message.ts };
  },

  'chat.update': (world, args) => {
    const message = ownMessage(messageArg(world, args), world.app.botId, 'cant_update_message');
    if (roomArg(world, args).archived) throw new SlackRefusal('is_archived');
    const edit = editOf(args, contentOf(world, args), message);
    editMessage(world, message, { ...edit, by: world.app.botUser });
    const shape = slackMessage(world, message);
    return { channel: message.channel, ts: message.ts, text: message.text, message: shape };
  },

  'chat.delete': (world, args) => {
    const message = ownMessage(messageArg(world, args), world.app.botId, 'cant_delete_message');
    removeMessage(world, message);
    return { channel: message.channel, ts: message.ts };
  },

  'chat.getPermalink': (world, args) => {
    const message = messageArg(world, args, { channel: 'channel', ts: 'message_ts' });
    const thread = message.root ? `?thread_ts=${message.root.ts}&cid=${message.channel}` : '';
    const permalink = `${world.base}/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
    return { channel: message.channel, permalink };
  },

  'chat.unfurl': (world, args) => {
    const room = joinedRoom(world, args);
    const message = findMessage(world, room.id, neededText(args, 'ts', 'cannot_find_message'));
    if (!message) throw new SlackRefusal('cannot_find_message');
    const unfurls = Object.entries(objectArg(args, 'unfurls') ?? {});
    for (const [, unfurl] of unfurls) checkedBlocks(world, unfurlBlocks(unfurl));
    const attachments = unfurls.map(([url, unfurl]) => ({ from_url: url, ...Object(unfurl) }));
    editMessage(world, message, { attachments });
    return {};
  },
} satisfies Record<string, Method>;

/** `chat.update` leaves out what is not given, but `text` without `blocks` removes the blocks. */
function editOf(args: Args, content: ReturnType<typeof contentOf>, message: Message) {
  const onlyText = textArg(args, 'text') !== undefined && args.blocks === undefined;
  return {
    text: content.text === '' ? message.text : content.text,
    blocks: onlyText ? undefined : (content.blocks ?? message.blocks),
    attachments: content.attachments ?? message.attachments,
    metadata: content.metadata ?? message.metadata,
  };
}

function ownMessage(message: Message, botId: string, code: string): Message {
  if (message.botId !== botId || message.ephemeralTo !== undefined) throw new SlackRefusal(code);
  return message;
}

function unfurlBlocks(unfurl: unknown): unknown {
  return typeof unfurl === 'object' && unfurl !== null && 'blocks' in unfurl ? unfurl.blocks : undefined;
}
