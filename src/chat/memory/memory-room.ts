import type { ChannelId, MessageId, PersonId } from '../../domain/chat-event.ts';
import type { Instant } from '../../domain/time.ts';

/** A room in memory with everything that was done to it. */
export type MemoryRoom = {
  readonly channel: ChannelId;
  readonly name: string;
  readonly restricted: boolean;
  readonly madeAt: Instant;
  /** False for a room somebody else made. */
  readonly byDesk: boolean;
  state: 'open' | 'archived' | 'gone';
  /** Without the desk itself. */
  readonly members: Set<PersonId>;
  /** Every topic that was set, the latest last. */
  readonly topics: string[];
  readonly pins: Set<MessageId>;
  /** Links by title. */
  readonly bookmarks: Map<string, string>;
  page: { readonly title: string; readonly markdown: string } | undefined;
  readonly files: {
    readonly name: string;
    readonly title: string;
    readonly text: string;
    readonly thread?: MessageId;
  }[];
};
