import type { Message } from '../server/message.ts';
import { editMessage, postMessage } from '../server/messages.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { type Args, arrayArg, neededText, textArg } from './arguments.ts';
import { checkedBlocks } from './content.ts';
import { messageArg, postableRoom } from './lookup.ts';
import type { Methods } from './method.ts';

/** docs.slack.dev/reference/methods/chat.appendStream: 12,000 characters a call. */
const longestPiece = 12_000;

/** Messages that grow while they are written. */
export const streamMethods: Methods = {
  'chat.startStream': (world, args) => {
    const room = postableRoom(world, args);
    const threadTs = neededText(args, 'thread_ts');
    if (room.kind !== 'direct') {
      neededText(args, 'recipient_user_id', 'missing_recipient_user_id');
      neededText(args, 'recipient_team_id', 'missing_recipient_team_id');
    }
    const { botUser: user, botId } = world.app;
    const message = postMessage(world, room, { user, botId, text: pieceOf(args), threadTs, streaming: true });
    return { channel: room.id, ts: message.ts };
  },

  'chat.appendStream': (world, args) => {
    const message = streamArg(world, args);
    editMessage(world, message, { text: message.text + pieceOf(args) });
    return { channel: message.channel, ts: message.ts };
  },

  'chat.stopStream': (world, args) => {
    const message = streamArg(world, args);
    const blocks = checkedBlocks(world, args.blocks);
    editMessage(world, message, {
      text: message.text + pieceOf(args),
      streaming: false,
      ...(blocks && { blocks }),
      ...(args.metadata !== undefined && { metadata: args.metadata }),
    });
    return { channel: message.channel, ts: message.ts, message: { text: message.text, ts: message.ts } };
  },
};

function streamArg(world: World, args: Args): Message {
  const message = messageArg(world, args);
  if (message.botId !== world.app.botId) throw new SlackRefusal('message_not_owned_by_app');
  if (!message.streaming) throw new SlackRefusal('message_not_in_streaming_state');
  return message;
}

function pieceOf(args: Args): string {
  const text = textArg(args, 'markdown_text') ?? '';
  if (text.length > longestPiece) throw new SlackRefusal('msg_too_long');
  return text + (arrayArg(args, 'chunks') ?? []).map(chunkText).join('');
}

function chunkText(chunk: unknown): string {
  if (typeof chunk !== 'object' || chunk === null) return '';
  if ('type' in chunk && chunk.type === 'markdown_text' && 'text' in chunk) return String(chunk.text);
  return 'title' in chunk ? `\n${chunk.title}` : '';
}
