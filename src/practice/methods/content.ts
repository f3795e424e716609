import { isBlock, withBlockIds } from '../server/controls.ts';
import type { Block } from '../server/message.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';
import { type Args, arrayArg, objectArg, textArg } from './arguments.ts';

/** Slack cuts or refuses longer text; refusing is what finds the mistake here. */
const longestText = 40_000;

export type Content = {
  text: string;
  blocks: Block[] | undefined;
  attachments: unknown[] | undefined;
  metadata: unknown;
};

/** What a message argument list says, checked as Slack checks it. */
export function contentOf(world: World, args: Args): Content {
  const text = textArg(args, 'text') ?? textArg(args, 'markdown_text') ?? '';
  const attachments = arrayArg(args, 'attachments');
  const blocks = checkedBlocks(world, args.blocks);
  if (text === '' && !blocks && !attachments?.length) throw new SlackRefusal('no_text');
  if (text.length > longestText) throw new SlackRefusal('msg_too_long');
  return { text, blocks, attachments, metadata: metadataOf(args) };
}

/** Blocks for a message, or undefined when there are none. */
export function checkedBlocks(world: World, given: unknown): Block[] | undefined {
  if (given === undefined || given === '') return undefined;
  if (!Array.isArray(given)) throw new SlackRefusal('invalid_blocks_format');
  if (given.length === 0) return undefined;
  const problems = world.validate.blocks(given, 'message');
  if (problems.length > 0) {
    const tooLong = problems.some((problem) => problem.includes('msg_blocks_too_long'));
    const messages = problems.map((problem) => `[ERROR] ${problem}`);
    throw new SlackRefusal(tooLong ? 'msg_blocks_too_long' : 'invalid_blocks', {
      response_metadata: { messages },
    });
  }
  return withBlockIds(given.filter(isBlock), () => world.ids.next('b'));
}

function metadataOf(args: Args): unknown {
  if (args.metadata === undefined) return undefined;
  const metadata = objectArg(args, 'metadata');
  const valid = typeof metadata?.event_type === 'string' && isBlock(metadata.event_payload);
  if (!valid) throw new SlackRefusal('invalid_metadata_format');
  return metadata;
}
