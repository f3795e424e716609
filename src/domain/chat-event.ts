import { z } from 'zod';
import { Instant } from './time.ts';

/**
 * What happened in chat, in the desk's own words. Every platform's payload becomes one of these at the edge; it is
 * what the inbox stores and what handlers read. Ids are opaque strings with a platform prefix
 * (`slack:U01DANA`, `slack:C01:1700000000.000100`): only the adapter that made them may look inside.
 */
export const PersonId = z.string().min(3);
export const ChannelId = z.string().min(3);
/** Names one message. The id of a thread is the id of its first message. */
export const MessageId = z.string().min(3);
export type PersonId = z.infer<typeof PersonId>;
export type ChannelId = z.infer<typeof ChannelId>;
export type MessageId = z.infer<typeof MessageId>;

/** A file on a message. `problem` says in plain words why it cannot be read, when it cannot. */
export const ChatFile = z.strictObject({
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  kind: z.string(),
  url: z.string().optional(),
  problem: z.string().optional(),
});
export type ChatFile = z.infer<typeof ChatFile>;

/** A channel as an event shows it. `kind` `direct` is a one-to-one conversation with the desk. */
export const Place = z.strictObject({
  channel: ChannelId,
  kind: z.enum(['channel', 'private', 'direct', 'group']),
});
export type Place = z.infer<typeof Place>;

/** A message as read from chat. `text` is plain text: markup is undone, mentions read `@name`. */
export const ChatMessage = z.strictObject({
  id: MessageId,
  /** The thread it stands in; equal to `id` for a top-level message. */
  thread: MessageId,
  place: Place,
  author: PersonId,
  /** True for messages of any app, including the desk itself. */
  byApp: z.boolean(),
  text: z.string(),
  files: z.array(ChatFile),
  at: Instant,
  /** Web address of the message, when the platform has one. */
  link: z.string().optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** Lets the desk answer one person at once: open a form, show a private line. Dies within seconds to minutes. */
export const AnswerHandle = z.strictObject({
  person: PersonId,
  channel: ChannelId.optional(),
  thread: MessageId.optional(),
  /** Opaque platform tokens (trigger, response address, view id). Never logged. */
  trigger: z.string().optional(),
  respond: z.string().optional(),
  view: z.string().optional(),
});
export type AnswerHandle = z.infer<typeof AnswerHandle>;

const base = {
  /** Every name this event may arrive under; seeing any one of them again means it is the same event. */
  keys: z.array(z.string().min(1)).min(1),
  at: Instant,
};

export const ChatEvent = z.discriminatedUnion('type', [
  /** A message was written. `mentionsDesk`: the desk was addressed by name. */
  z.strictObject({ ...base, type: z.literal('message'), message: ChatMessage, mentionsDesk: z.boolean() }),
  z.strictObject({ ...base, type: z.literal('message_edited'), message: ChatMessage }),
  z.strictObject({
    ...base,
    type: z.literal('message_deleted'),
    id: MessageId,
    thread: MessageId,
    place: Place,
    by: PersonId.optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('reaction'),
    emoji: z.string(),
    by: PersonId,
    message: MessageId,
    place: Place,
  }),
  /** `/ticket <text>`; `name` is without the slash. */
  z.strictObject({
    ...base,
    type: z.literal('command'),
    name: z.string(),
    text: z.string(),
    by: PersonId,
    place: Place,
    handle: AnswerHandle,
  }),
  /** A message shortcut ("Create ticket") was used on a message. */
  z.strictObject({
    ...base,
    type: z.literal('shortcut'),
    name: z.string(),
    by: PersonId,
    message: ChatMessage.optional(),
    handle: AnswerHandle,
  }),
  /** A button or menu of a card, form or home was used. `subject` is what it was about, e.g. `T-12`. */
  z.strictObject({
    ...base,
    type: z.literal('pressed'),
    action: z.string(),
    subject: z.string(),
    /** The chosen value of a menu; for a button whatever else it carries. */
    value: z.string().optional(),
    by: PersonId,
    /** The message whose card carried the button, when it was a message. */
    message: MessageId.optional(),
    handle: AnswerHandle,
  }),
  /** A form was sent. `context` is what the desk put in when it opened the form. */
  z.strictObject({
    ...base,
    type: z.literal('submitted'),
    form: z.string(),
    context: z.string(),
    /** By field name: text, the chosen option's value, or undefined when left empty. */
    values: z.record(z.string(), z.string()),
    by: PersonId,
    handle: AnswerHandle,
  }),
  /** A message was pinned to its channel, or is no longer. */
  z.strictObject({
    ...base,
    type: z.literal('pinned'),
    change: z.enum(['pinned', 'unpinned']),
    by: PersonId,
    message: MessageId,
    place: Place,
  }),
  /** Somebody came into a channel or left it. `isDesk`: it was the desk itself. */
  z.strictObject({
    ...base,
    type: z.literal('membership'),
    change: z.enum(['joined', 'left']),
    person: PersonId,
    isDesk: z.boolean(),
    place: Place,
  }),
  /** Something was done to a channel as such. `name` is its new name when it was renamed. */
  z.strictObject({
    ...base,
    type: z.literal('channel_changed'),
    change: z.enum(['archived', 'unarchived', 'renamed', 'deleted']),
    channel: ChannelId,
    name: z.string().optional(),
    by: PersonId.optional(),
  }),
  z.strictObject({ ...base, type: z.literal('home_opened'), by: PersonId, handle: AnswerHandle }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;
export type ChatEventType = ChatEvent['type'];
export type ChatEventOf<T extends ChatEventType> = Extract<ChatEvent, { type: T }>;
