import type { ChannelId, ChatEvent, MessageId, PersonId } from './domain/chat-event.ts';
import type { IncidentSummary } from './domain/incident/summary.ts';
import type { Lifecycle } from './domain/incident/words.ts';
import type { ClockGlance } from './domain/sla/clock-glance.ts';
import type { SlaTarget } from './domain/sla/policy.ts';
import type { Instant } from './domain/time.ts';
import type { Attention, Category, Severity, Status } from './domain/words.ts';

/**
 * What is kept together and written together. `ticket` is one request and its whole story; `directory` (one, id `desk`)
 * holds the accounts; `knowledge` (one, id `desk`) holds the articles; `autonomy` (one, id `desk`) says which topics the
 * desk may answer by itself; `policies` (one, id `desk`) holds every edition of what is promised to requesters; `routine`
 * (one, id `desk`) holds what recurs; `preferences` (one, id `desk`) holds how members of the team want to be told.
 * `incident` is one critical event with its room, its updates and its whole log.
 */
export type AggregateKind =
  | 'ticket'
  | 'incident'
  | 'directory'
  | 'knowledge'
  | 'autonomy'
  | 'policies'
  | 'routine'
  | 'preferences';

/**
 * Something that will be due. At most one per aggregate and `key`: setting it again replaces it and makes older
 * firings of it stale.
 */
export type TimerChange =
  | { readonly set: string; readonly kind: string; readonly dueAt: Instant }
  | { readonly cancel: string };

/**
 * Something to be said in chat. `key` is unique in the aggregate. Adding a key that still waits does not make a second
 * row: it raises the row's generation, so that what is said is rendered from the newest state, once.
 */
export type OutboxAdd = {
  readonly add: string;
  /** Row of the outbox table that renders and delivers it. */
  readonly kind: string;
  /** The lane it is said in: order and pace are kept per channel. */
  readonly channel: ChannelId;
  /** What within the aggregate it is about, e.g. a reply id. */
  readonly ref?: string;
  /** Lower goes first within a channel. */
  readonly priority: number;
};
/** Said, or no longer worth saying: the row goes, unless its generation has moved on meanwhile. */
export type OutboxDone = { readonly done: string; readonly generation: number };
export type OutboxChange = OutboxAdd | OutboxDone;

/** One atomic write to one aggregate: all of it or nothing. */
export type Change = {
  readonly kind: AggregateKind;
  readonly id: string;
  /** The version that was loaded; 0 for an aggregate that must not exist yet. Otherwise `Conflict`. */
  readonly expectedVersion: number;
  /** Appended to the aggregate's log in this order. Plain JSON. */
  readonly events: readonly unknown[];
  /** The snapshot after the events. Plain JSON. */
  readonly state: unknown;
  readonly at: Instant;
  /** What the store needs to find it again; only for tickets. */
  readonly summary?: TicketSummary;
  /** The same, only for incidents. */
  readonly incident?: IncidentSummary;
  readonly timers?: readonly TimerChange[];
  readonly outbox?: readonly OutboxChange[];
};

export type Stored = {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly version: number;
  readonly state: unknown;
  readonly events: readonly unknown[];
  readonly timers: readonly Timer[];
  readonly outbox: readonly OutboxRow[];
};

export type Timer = {
  readonly key: string;
  readonly kind: string;
  readonly dueAt: Instant;
  /** Grows with each setting of the key; a firing of an older one is stale. */
  readonly generation: number;
};

export type OutboxRow = {
  readonly key: string;
  readonly kind: string;
  readonly channel: ChannelId;
  readonly ref?: string;
  readonly priority: number;
  readonly bornAt: Instant;
  readonly generation: number;
  /** Given up after time; waits for a person. */
  readonly parked?: { readonly at: Instant; readonly reason: string };
};

/** A ticket in a list; enough for queues, search results and reports without opening the case. */
export type TicketSummary = ClockGlance & {
  readonly id: string;
  readonly subject: string;
  readonly status: Status;
  readonly category?: Category;
  readonly severity?: Severity;
  readonly queue?: string;
  readonly requester: PersonId;
  readonly requesterName?: string;
  readonly account?: string;
  readonly assignee?: PersonId;
  readonly attention?: Attention;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** Number of the desk's promises it runs on; absent until it was sorted. */
  readonly edition?: number;
  readonly closedAt?: Instant;
  /** Threads that belong to the ticket: the requester's, and the team's card once it is posted. */
  readonly threads: readonly MessageId[];
};

/** All given conditions must hold. */
export type TicketFilter = {
  readonly thread?: MessageId;
  readonly ids?: readonly string[];
  readonly status?: readonly Status[];
  readonly requester?: PersonId;
  readonly account?: string;
  /** `null`: nobody's. */
  readonly assignee?: PersonId | null;
  readonly queue?: string;
  readonly attention?: readonly Attention[];
  readonly openedSince?: Instant;
  readonly dueBefore?: Instant;
  /** At risk at this moment: something is overdue, or its `riskAt` has come. */
  readonly atRiskAt?: Instant;
  readonly order?: 'newest' | 'oldest' | 'due';
  readonly limit?: number;
};

/** All given conditions must hold. */
export type IncidentFilter = {
  readonly lifecycle?: readonly Lifecycle[];
  /** Attached to it now. */
  readonly ticket?: string;
  /** Its room, or the channel in which its thread stands; a former one too. */
  readonly channel?: ChannelId;
  /** The thread that is its room, or was. */
  readonly thread?: MessageId;
  readonly declaredSince?: Instant;
  readonly limit?: number;
};

/** What became of a chat event; kept with it in the inbox, so that every message seen has its decision and reason. */
export type InboxOutcome =
  | { readonly outcome: 'opened' | 'joined'; readonly ticket: string }
  /** Not a request, not for us, or already known. */
  | { readonly outcome: 'ignored'; readonly reason: string }
  /** A person's command, press or form was carried out. */
  | { readonly outcome: 'done'; readonly ticket?: string }
  /** Could not be handled for so long that a person must look. */
  | { readonly outcome: 'parked'; readonly reason: string };

export type InboxEntry = {
  /** Number in order of arrival. */
  readonly number: number;
  readonly receivedAt: Instant;
  readonly event: ChatEvent;
  readonly result?: InboxOutcome & { readonly at: Instant };
};

/** Work taken under a lease. Whoever does not settle in time loses it to the next taker. */
export type Claims = {
  inbox: { readonly entry: InboxEntry; readonly attempts: number };
  timers: {
    readonly kind: AggregateKind;
    readonly id: string;
    readonly timer: Timer;
    readonly attempts: number;
  };
  outbox: {
    readonly kind: AggregateKind;
    readonly id: string;
    readonly row: OutboxRow;
    readonly attempts: number;
    /** True when an earlier try may have been heard (crash, timeout): look before saying it again. */
    readonly maybeSaid: boolean;
  };
};
export type Queue = keyof Claims;

/** How a claim ended when it did not end in a commit. */
export type Settlement =
  /** Inbox only: the event is handled. */
  | { readonly handled: InboxOutcome }
  /** Not now: try again at this time. `maybeSaid`: the call may have taken effect. */
  | { readonly retryAt: Instant; readonly reason: string; readonly maybeSaid?: boolean }
  /** Given up aloud. The row stays, marked; adding or setting its key again revives it. */
  | { readonly parked: string; readonly at: Instant }
  /** Timers and outbox: it is about something that no longer is (stale generation); forget it. */
  | { readonly stale: true };

/** The promises of one target over all tickets. */
export type ClockFigures = {
  readonly target: SlaTarget;
  readonly running: number;
  readonly paused: number;
  /** Of the running ones, those that were due in an earlier minute. */
  readonly overdue: number;
  /** Ended too late, over all tickets indexed so far. */
  readonly missed: number;
};

export type StoreHealth = {
  readonly writable: boolean;
  readonly detail: string;
  readonly inboxWaiting: number;
  readonly outboxWaiting: number;
  readonly parked: number;
  readonly oldestOverdueTimer?: Instant;
  /** False while closed tickets are still being indexed in the background. */
  readonly indexed: boolean;
  readonly tickets: number;
  /** One entry for each target. */
  readonly clocks: readonly ClockFigures[];
};

/**
 * The desk's memory. All of a change or none; one winner; nothing forgotten. A commit also ends the claims it settles:
 * an outbox row that is `done` or a timer that is set again or cancelled needs no `settle`.
 * Errors: `Conflict` (version moved), `Unreachable` (disk full, read-only, database gone; nothing was changed),
 * `Misconfigured` (cannot be opened; names file, line and repair).
 */
export interface StorePort {
  /** Returns the new version. */
  commit(change: Change): Promise<number>;
  load(kind: AggregateKind, id: string): Promise<Stored | undefined>;
  /** Tickets that match, in the asked order (default newest first). Waits for the index where a closed one could match. */
  tickets(filter: TicketFilter): Promise<readonly TicketSummary[]>;
  /** A fresh ticket number's id, e.g. `T-143`. Gaps are allowed, repeats are not. */
  nextTicketId(): Promise<string>;
  /** Incidents that match, newest first. */
  incidents(filter: IncidentFilter): Promise<readonly IncidentSummary[]>;
  /** A fresh incident number's id, e.g. `INC-7`. Gaps are allowed, repeats are not. */
  nextIncidentId(): Promise<string>;
  /** Events of all aggregates in commit order, from after `cursor` (empty = all). */
  events(cursor: string): AsyncIterable<{
    readonly cursor: string;
    readonly kind: AggregateKind;
    readonly id: string;
    readonly event: unknown;
  }>;
  /** Stores a chat event durably before it resolves. `known`: one of its keys was seen before; nothing was stored. */
  receive(event: ChatEvent, at: Instant): Promise<'stored' | 'known'>;
  /** The intake journal: what was heard and what became of it, newest first. */
  intake(query: {
    readonly limit: number;
    readonly before?: number;
    readonly number?: number;
  }): Promise<readonly InboxEntry[]>;
  /**
   * Takes work that is due at `now`, oldest first. Inbox: entries of one thread, and what one person
   * starts in one channel, are given one at a time, in order.
   * Outbox: rows of one channel come in order of priority, then age; `busy` channels are left out.
   * Timers: kinds in `without` are left out.
   */
  claim<Q extends Queue>(
    queue: Q,
    ask: {
      readonly now: Instant;
      readonly leaseMs: number;
      readonly limit: number;
      readonly busy?: ReadonlySet<ChannelId>;
      readonly without?: ReadonlySet<string>;
    },
  ): Promise<readonly Claims[Q][]>;
  settle<Q extends Queue>(queue: Q, claim: Claims[Q], settlement: Settlement): Promise<void>;
  /** Calls back soon after anything was received or committed. Returns how to stop. */
  watch(
    listener: (
      news: { readonly kind: AggregateKind; readonly id: string; readonly state: unknown } | 'inbox',
    ) => void,
  ): () => void;
  health(now: Instant): StoreHealth;
  /** When an earlier run of the desk was last there, as it had said itself; unknown when there was none. */
  readonly lastAlive: Instant | undefined;
  /** Remembers for the next run that the desk is there now. Cheap; a failure is logged and never thrown. */
  alive(at: Instant): Promise<void>;
  close(): Promise<void>;
}
