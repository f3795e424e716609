import { isBlock, withBlockIds } from './controls.ts';
import type { Block } from './message.ts';
import { editMessage, postEphemeral, postMessage, removeMessage } from './messages.ts';
import type { ResponseTarget } from './response-urls.ts';
import { SlackRefusal } from './slack-refusal.ts';
import { findMessage, type World } from './world.ts';

type Answer = Readonly<Record<string, unknown>>;

/** Does what the desk answered to a command's acknowledgement or at a response_url. */
export function respond(world: World, target: ResponseTarget, answer: Answer): void {
  const original = target.ts === undefined ? undefined : findMessage(world, target.channel, target.ts);
  if (answer.delete_original === true) {
    if (original) removeMessage(world, original);
    return;
  }
  const content = contentOf(world, answer);
  if (answer.replace_original === true && original) {
    editMessage(world, original, { blocks: undefined, ...content });
    return;
  }
  if (content.text !== '' || content.blocks) say(world, target, { ...content, answer });
}

type Said = { text: string; blocks?: Block[]; metadata?: unknown; answer: Answer };

function say(world: World, target: ResponseTarget, { answer, ...content }: Said): void {
  const room = world.rooms.get(target.channel);
  if (!room) throw new SlackRefusal('channel_not_found');
  const threadTs = typeof answer.thread_ts === 'string' ? answer.thread_ts : target.threadTs;
  const post = { ...content, user: world.app.botUser, botId: world.app.botId, threadTs };
  if (answer.response_type === 'in_channel') postMessage(world, room, post);
  else postEphemeral(world, room, { ...post, ephemeralTo: target.person });
}

function contentOf(world: World, answer: Answer): { text: string; blocks?: Block[]; metadata?: unknown } {
  const text = typeof answer.text === 'string' ? answer.text : '';
  const blocks = Array.isArray(answer.blocks) ? answer.blocks.filter(isBlock) : [];
  const problems = world.validate.blocks(blocks, 'message');
  if (problems.length > 0)
    throw new SlackRefusal('invalid_blocks', { response_metadata: { messages: problems } });
  return {
    text,
    ...(blocks.length > 0 && { blocks: withBlockIds(blocks, () => world.ids.next('b')) }),
    ...(answer.metadata !== undefined && { metadata: answer.metadata }),
  };
}
