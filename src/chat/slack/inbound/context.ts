import type { ChatEvent, Place } from '../../../domain/chat-event.ts';
import type { Instant } from '../../../domain/time.ts';
import type { NameOf } from './plain-text.ts';

/** What translating a payload needs to know about the desk and what was learned before. */
export type InboundContext = {
  readonly botUserId: string;
  readonly botId: string | undefined;
  readonly nameOf: NameOf;
  /** The kind of a channel when an earlier event told it. */
  readonly kindOf: (channel: string) => Place['kind'] | undefined;
  /** E.g. `https://acme.slack.com/`; messages get links when it is known. */
  readonly workspaceUrl: string | undefined;
  /** For payloads that carry no time of their own. */
  readonly now: Instant;
};

/** One event for the desk, or why there is none (for the log: a word, never content). */
export type Translated = { readonly event: ChatEvent } | { readonly ignored: string };

/** Outer fields of an Events API delivery. */
export type Envelope = {
  readonly event_id: string;
  readonly team_id?: string | undefined;
  readonly context_team_id?: string | undefined;
  readonly api_app_id?: string | undefined;
};
