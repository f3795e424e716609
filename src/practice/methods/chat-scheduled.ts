import { postMessage } from '../server/messages.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { ScheduledMessage, World } from '../server/world.ts';
import { neededText, numberArg, textArg } from './arguments.ts';
import { contentOf } from './content.ts';
import { postableRoom } from './lookup.ts';
import type { Methods } from './method.ts';
import { pageOf } from './paging.ts';

// docs.slack.dev: at most 120 days ahead, and 30 messages for one channel within any five minutes.
const furthestSeconds = 120 * 24 * 3600;
const mostPerWindow = 30;
const windowSeconds = 300;

export const scheduledMethods: Methods = {
  'chat.scheduleMessage': (world, args) => {
    const room = postableRoom(world, args);
    const { text } = contentOf(world, args);
    const postAt = numberArg(args, 'post_at');
    if (postAt === undefined) throw new SlackRefusal('invalid_time');
    const seconds = world.clock.now() / 1000;
    if (postAt <= seconds) throw new SlackRefusal('time_in_past');
    if (postAt > seconds + furthestSeconds) throw new SlackRefusal('time_too_far');
    if (nearby(world, room.id, postAt) >= mostPerWindow) throw new SlackRefusal('restricted_too_many');
    const planned: ScheduledMessage = { id: world.ids.next('Q'), channel: room.id, postAt, text, args };
    world.scheduled.set(planned.id, planned);
    world.clock.later((postAt - seconds) * 1000, () => postPlanned(world, planned));
    const message = { text, type: 'delayed_message', bot_id: world.app.botId, user: world.app.botUser };
    return { channel: room.id, scheduled_message_id: planned.id, post_at: postAt, message };
  },

  'chat.deleteScheduledMessage': (world, args) => {
    const id = neededText(args, 'scheduled_message_id', 'invalid_scheduled_message_id');
    if (!world.scheduled.delete(id)) throw new SlackRefusal('invalid_scheduled_message_id');
    return {};
  },

  'chat.scheduledMessages.list': (world, args) => {
    const channel = textArg(args, 'channel');
    const wanted = [...world.scheduled.values()].filter((one) => !channel || one.channel === channel);
    const page = pageOf(wanted, args, { usual: 100, most: 100 });
    const scheduled = page.items.map(({ id, channel: channel_id, postAt: post_at, text }) => ({
      id,
      channel_id,
      post_at,
      text,
    }));
    return { scheduled_messages: scheduled, ...page.next };
  },
};

function nearby(world: World, channel: string, postAt: number): number {
  const close = (one: ScheduledMessage) => Math.abs(one.postAt - postAt) < windowSeconds;
  return [...world.scheduled.values()].filter((one) => one.channel === channel && close(one)).length;
}

function postPlanned(world: World, planned: ScheduledMessage): void {
  const room = world.rooms.get(planned.channel);
  if (!world.scheduled.delete(planned.id) || !room || room.archived) return;
  // A scheduled message with metadata never appears in Slack, without any error.
  if (planned.args.metadata !== undefined) return;
  postMessage(world, room, {
    ...contentOf(world, planned.args),
    user: world.app.botUser,
    botId: world.app.botId,
    threadTs: textArg(planned.args, 'thread_ts'),
  });
}
