import { z } from 'zod';
import type { ChatMessage } from '../../../domain/chat-event.ts';
import { instantOf, permalink, toDeskId, toMessageId } from '../ids.ts';
import type { InboundContext } from './context.ts';
import { SlackFile, toChatFile } from './file.ts';
import { placeOf } from './place.ts';
import { plainText, withoutMention } from './plain-text.ts';

const ts = z.string().regex(/^\d+\.\d+$/);

/** A message as events, histories and shortcuts carry it. */
export const SlackMessage = z.object({
  subtype: z.string().optional(),
  ts,
  thread_ts: ts.optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  bot_profile: z.object({ app_id: z.string().optional() }).nullish(),
  text: z.string().nullish(),
  files: z.array(SlackFile).optional(),
  edited: z.object({ user: z.string().optional(), ts }).nullish(),
  hidden: z.boolean().optional(),
});
export type SlackMessage = z.infer<typeof SlackMessage>;

/** Slack's own bot, which has a user but no bot id. */
const slackbot = 'USLACKBOT';

/** Subtypes in which somebody says something. Joins, topics and the like are not said by anyone. */
const spoken = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message', 'bot_message']);

export function isSpoken(message: Pick<SlackMessage, 'subtype'>): boolean {
  return spoken.has(message.subtype);
}

/** Did the desk itself write it? */
export function isOwn(
  message: Pick<SlackMessage, 'user' | 'bot_id' | 'app_id' | 'bot_profile'>,
  desk: { botUserId: string; botId: string | undefined; appId?: string | undefined },
): boolean {
  if (message.user === desk.botUserId) return true;
  if (message.bot_id && message.bot_id === desk.botId) return true;
  const app = message.app_id ?? message.bot_profile?.app_id;
  return Boolean(message.bot_id) && app !== undefined && app === desk.appId;
}

/** The message in the desk's words; undefined when nobody is named as its author. */
export function toChatMessage(
  message: SlackMessage,
  where: { channel: string; channelType?: string | undefined },
  context: InboundContext,
): ChatMessage | undefined {
  const author = message.user ?? message.bot_id;
  if (!author) return undefined;
  const { channel, channelType } = where;
  const thread = message.thread_ts ?? message.ts;
  return {
    id: toMessageId({ channel, ts: message.ts }),
    thread: toMessageId({ channel, ts: thread }),
    place: placeOf(channel, { type: channelType, kindOf: context.kindOf }),
    author: toDeskId(author),
    byApp: Boolean(message.bot_id) || message.subtype === 'bot_message' || author === slackbot,
    text: plainText(withoutMention(message.text ?? '', context.botUserId), context.nameOf),
    files: (message.files ?? []).map(toChatFile),
    at: instantOf(message.ts),
    ...(context.workspaceUrl !== undefined && {
      link: permalink(context.workspaceUrl, { channel, ts: message.ts, thread }),
    }),
  };
}
