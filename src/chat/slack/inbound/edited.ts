import { z } from 'zod';
import { instantOf, toMessageId } from '../ids.ts';
import type { Envelope, InboundContext, Translated } from './context.ts';
import { deletion } from './deleted.ts';
import { isOwn, isSpoken, SlackMessage, toChatMessage } from './slack-message.ts';

const Changed = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  message: SlackMessage,
  previous_message: SlackMessage.partial({ ts: true }).nullish(),
});

/** `message_changed`: also sent for unfurled links and new replies, where nobody changed anything. */
export function edited(event: unknown, envelope: Envelope, context: InboundContext): Translated {
  const changed = Changed.parse(event);
  const { channel, message, previous_message: before } = changed;
  // A deleted message with replies stays as a tombstone and arrives as a change.
  if (message.subtype === 'tombstone') {
    const thread = before?.thread_ts ?? message.thread_ts ?? message.ts;
    return deletion(
      { channel, channelType: changed.channel_type, ts: message.ts, thread, at: changed.ts },
      envelope,
      context,
    );
  }
  if (!isSpoken(message)) return { ignored: `message_changed.${message.subtype}` };
  if (isOwn(message, { ...context, appId: envelope.api_app_id })) return { ignored: 'own message' };
  const same = before ? sameContent(message, before) : !message.edited;
  if (same) return { ignored: 'message_changed without a change of text or files' };
  const said = toChatMessage(message, { channel, channelType: changed.channel_type }, context);
  if (!said) return { ignored: 'message without an author' };
  const editTs = message.edited?.ts ?? changed.ts;
  const name = `${channel}/${message.ts}`;
  return {
    event: {
      type: 'message_edited',
      keys: [`event:${envelope.event_id}`, `edit:${name}/${editTs}${fileSuffix(message, before)}`],
      at: instantOf(changed.ts),
      message: { ...said, id: toMessageId({ channel, ts: message.ts }) },
    },
  };
}

type Content = { readonly text?: string | null | undefined; readonly files?: SlackMessage['files'] };

function sameContent(a: Content, b: Content): boolean {
  return (a.text ?? '') === (b.text ?? '') && filesOf(a) === filesOf(b);
}

function filesOf(message: Content): string {
  return (message.files ?? []).map((file) => `${file.id}:${file.mode}`).join(' ');
}

/** Removing a file keeps the time of the last edit, so the files are part of the edit's name. */
function fileSuffix(message: Content, before: Content | null | undefined): string {
  return before && filesOf(message) !== filesOf(before) ? `/${filesOf(message)}` : '';
}
