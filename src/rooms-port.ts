import type { ChannelId, ChatMessage, MessageId, PersonId } from './domain/chat-event.ts';
import type { Instant } from './domain/time.ts';

/** A channel that was made for an incident, under the name it got. */
export type MadeRoom = { readonly channel: ChannelId; readonly name: string };

/** Somebody who could not be let in, in plain words and with the platform's own. */
export type NotInvited = { readonly person: PersonId; readonly reason: string; readonly code: string };

/**
 * Channels as war rooms. Errors are `Refused` with the platform's code (`name_taken`, `restricted_action`, `is_archived`,
 * `not_in_channel`, …), `Unreachable` (the call may have taken effect: look before trying again), `Misconfigured`.
 * Never wider than asked: a restricted room that cannot be private is refused.
 */
export interface Rooms {
  create(room: { readonly name: string; readonly restricted: boolean }): Promise<MadeRoom>;
  /**
   * The room of that name that this desk made after a moment; how a call whose answer was lost is settled. As at
   * `create`, one that is not as private as asked is put away and refused (`not_private`).
   */
  findMade(room: {
    readonly name: string;
    readonly restricted: boolean;
    readonly since: Instant;
  }): Promise<MadeRoom | undefined>;
  /** Lets everybody in whom the platform lets in, however many it refuses. Answers those. */
  invite(channel: ChannelId, people: readonly PersonId[]): Promise<readonly NotInvited[]>;
  /** Shortened visibly to what the platform takes. */
  topic(channel: ChannelId, text: string): Promise<void>;
  /** Pinned already counts as pinned. */
  pin(message: MessageId): Promise<void>;
  /** A link at the top of the room; one of the same title is changed, not added. */
  bookmark(channel: ChannelId, bookmark: { readonly title: string; readonly link: string }): Promise<void>;
  /** The room's own page, made or replaced. `Refused` where the plan has none. */
  page(channel: ChannelId, page: { readonly title: string; readonly markdown: string }): Promise<void>;
  /** Puts a text file into the room (or a thread in it) and answers its message. Not keyed: look before doing it again. */
  upload(
    place: { readonly channel: ChannelId; readonly thread?: MessageId },
    file: { readonly name: string; readonly title: string; readonly text: string },
  ): Promise<void>;
  /** The words of one message, as they are now; undefined when it is gone or cannot be read. */
  message(id: MessageId): Promise<ChatMessage | undefined>;
  /** Where people can open the channel. */
  link(channel: ChannelId): Promise<string | undefined>;
  archive(channel: ChannelId): Promise<void>;
  /** `Refused` where it cannot be brought back. */
  unarchive(channel: ChannelId): Promise<void>;
  /** `gone`: deleted, or the desk is no longer in it. */
  state(channel: ChannelId): Promise<'open' | 'archived' | 'gone'>;
  members(channel: ChannelId): Promise<readonly PersonId[]>;
}
