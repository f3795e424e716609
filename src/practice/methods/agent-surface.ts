import { SlackRefusal } from '../server/slack-refusal.ts';
import { arrayArg, neededText, textArg } from './arguments.ts';
import { joinedRoom } from './lookup.ts';
import type { Method, Methods } from './method.ts';

/** docs.slack.dev/ai: at most four suggested prompts. */
const mostPrompts = 4;

const inThread: Method = (world, args) => {
  joinedRoom(world, args, 'channel_id');
  neededText(args, 'thread_ts');
  return {};
};

/** Status lines, titles and prompts of a conversation with an agent: accepted, journalled, not shown. */
export const agentMethods: Methods = {
  'assistant.threads.setStatus': inThread,
  'assistant.threads.setTitle': inThread,
  'assistant.threads.setSuggestedPrompts': (world, args) => {
    joinedRoom(world, args, 'channel_id');
    const prompts = arrayArg(args, 'prompts') ?? [];
    if (prompts.length === 0 || prompts.length > mostPrompts) throw new SlackRefusal('invalid_arguments');
    return {};
  },
  'agents.sessions.setStatus': (_world, args) => {
    const status = neededText(args, 'status');
    if (!['active', 'processing', 'suspended', 'closed'].includes(status))
      throw new SlackRefusal('invalid_arguments');
    return {};
  },
  'agents.sessions.rename': (_world, args) => ({ title: textArg(args, 'title') ?? '' }),
  'entity.presentDetails': (world, args) => {
    world.triggers.use(neededText(args, 'trigger_id'));
    return {};
  },
};
