import type { ChatEvent, MessageId } from '../domain/chat-event.ts';
import type { Refused } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import type { Post, Posted } from '../ports.ts';
import type { Claims, InboxEntry, InboxOutcome, Queue } from '../store-port.ts';

/** What is to be said for an outbox row, rendered from the newest state. */
export type Saying =
  | { readonly say: 'post'; readonly post: Post }
  | { readonly say: 'update'; readonly id: MessageId; readonly post: Post }
  /** Not at this hour: it is rendered anew at that moment. */
  | { readonly say: 'later'; readonly at: Instant }
  /** No longer worth saying: the row goes. */
  | { readonly say: 'nothing' };

/** How one kind of outbox row is rendered and what becomes of it. */
export type OutboxKind = {
  compose(claim: Claims['outbox']): Promise<Saying>;
  /** Commits that it was said, with `{ done }` for the row. Called again until it succeeds. */
  said(claim: Claims['outbox'], posted: Posted): Promise<void>;
  /** The platform said no. Commits what follows from it; a row that is still there afterwards is parked. */
  refused(claim: Claims['outbox'], error: Refused): Promise<void>;
};

/** What the scheduler runs. It knows nothing of what these mean. */
export type Tables = {
  readonly inbox: (event: ChatEvent, entry: InboxEntry) => Promise<InboxOutcome>;
  /** By timer kind. Commits, and thereby sets the timer again or cancels it. */
  readonly timers: Readonly<Record<string, (claim: Claims['timers']) => Promise<void>>>;
  /** By kind of outbox row. */
  readonly outbox: Readonly<Record<string, OutboxKind>>;
};

/** Work that was given up: a person must look. */
export type Parked = {
  [Q in Queue]: {
    readonly queue: Q;
    readonly claim: Claims[Q];
    readonly reason: string;
    readonly at: Instant;
  };
}[Queue];
