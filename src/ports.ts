import type { Card, FieldProblems, Form, Home } from './cards/card.ts';
import type { Article, Passage } from './domain/article.ts';
import type {
  AnswerHandle,
  ChannelId,
  ChatEvent,
  ChatMessage,
  MessageId,
  PersonId,
} from './domain/chat-event.ts';
import type { DraftAnswer, DraftFacts, Resolution } from './domain/draft.ts';
import type { DeskError } from './domain/errors.ts';
import type { Lesson, Topic } from './domain/learning.ts';
import type { DraftOutcome } from './domain/outcome.ts';
import type { Person } from './domain/person.ts';
import type { Persona } from './domain/persona.ts';
import type { Reliability } from './domain/reliability.ts';
import type { Instant } from './domain/time.ts';
import type {
  DuplicateCandidate,
  LearnedTriage,
  Precedent,
  TriageAnswer,
  TriageFacts,
} from './domain/triage.ts';
import type { Usage } from './domain/usage.ts';
import type { Category } from './domain/words.ts';
import type { Rooms } from './rooms-port.ts';
import type { StorePort } from './store-port.ts';

/** Everything the desk needs from the world. Built by `main.ts`, passed as the first argument. */
export type Ports = {
  readonly chat: Chat;
  readonly rooms: Rooms;
  readonly store: StorePort;
  readonly engine: Engine;
  readonly search: Search;
  readonly experience: Experience;
  readonly clock: Clock;
  readonly log: Log;
};

// ── Chat ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A card for the requester's side. Only `cards/requester` makes these, and never from an internal note. */
export type RequesterCard = Card & { readonly audience: 'requester' };
/** A card for the team's side: drafts, notes, everything internal. */
export type TeamCard = Card & { readonly audience: 'team' };

/**
 * One message to be said. `audience` ties the kind of card to the kind of place: a team card cannot be addressed to a
 * requester's thread. `key` names this saying for ever; it travels in the message's metadata so that it can be found.
 */
export type Post = { readonly key: string; readonly channel: ChannelId; readonly thread?: MessageId } & (
  | { readonly audience: 'requester'; readonly card: RequesterCard }
  | { readonly audience: 'team'; readonly card: TeamCard }
);

/** A message as it stands in chat. `channel` when it is another one than asked for (a person's direct conversation). */
export type Posted = { readonly id: MessageId; readonly link?: string; readonly channel?: ChannelId };

/** Shown to one person at once, in answer to what they did. */
export type Answer =
  | { readonly show: 'line'; readonly card: Card }
  | { readonly show: 'form'; readonly form: Form }
  /** Replaces the form the answer handle came from. */
  | { readonly show: 'form_update'; readonly form: Form }
  | { readonly show: 'home'; readonly home: Home };

/**
 * A chat platform. Errors are `Refused`, `Unreachable` or `Misconfigured` (tokens, scopes).
 * Says each thing that happened as one `ChatEvent`; shows cards within the platform's limits, cutting visibly.
 */
export interface Chat {
  readonly platform: string;
  /** What the platform cannot do has a written fallback in the adapter's documentation. */
  readonly supports: { readonly privateLines: boolean; readonly forms: boolean; readonly home: boolean };
  /**
   * Connects and hands over every event. The platform is acknowledged only after `onEvent` has resolved; a rejection
   * means no acknowledgement, so that the platform delivers again. Problems returned for a `submitted` event are
   * shown in the open form.
   */
  start(onEvent: (event: ChatEvent) => Promise<FieldProblems | undefined>): Promise<void>;
  /** Stops listening and waits for deliveries under way. */
  stop(): Promise<void>;
  /** Refused with code `expired` when the moment to answer has passed. */
  answer(handle: AnswerHandle, answer: Answer): Promise<void>;
  post(post: Post): Promise<Posted>;
  update(id: MessageId, post: Post): Promise<void>;
  /** Looks the key of a post up among the latest messages of its place. */
  find(post: Pick<Post, 'key' | 'channel' | 'thread'>): Promise<Posted | undefined>;
  /** A thread from its first message on, oldest first; as many as the platform gives in a few calls. */
  history(thread: MessageId): Promise<readonly ChatMessage[]>;
  person(id: PersonId): Promise<Person>;
  /** `#name` or channel id → channel ids; e-mail, user id or `@group` → person ids. Empty when unknown. */
  resolve(reference: string): Promise<readonly string[]>;
  /** Is the platform connected right now, in one plain sentence when not. */
  health(): { readonly connected: boolean; readonly detail: string };
}

// ── Engine ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The typed contract of each role an engine plays. */
export type EngineRoles = {
  triage: { facts: TriageFacts; answer: TriageAnswer };
  drafting: { facts: DraftFacts; answer: DraftAnswer };
};
export type EngineRole = keyof EngineRoles;

export type EngineRun<R extends EngineRole> = {
  readonly answer: EngineRoles[R]['answer'];
  readonly engine: string;
  readonly model: string;
  /** Absent for an engine that costs nothing. */
  readonly usage?: Usage;
  /** In plain words for the team, when another engine should have answered and why it did not. */
  readonly insteadOf?: string;
};

/** What came of asking a paid engine: an answer, or why there is none. What was paid is told either way. */
export type EngineAttempt<R extends EngineRole> =
  | { readonly run: EngineRun<R> }
  | { readonly error: DeskError; readonly usage?: Usage };

/** A mind: Claude or the offline engine. The answer is valid against the role's schema, or one of our errors is thrown. */
export interface Engine {
  readonly name: string;
  run<R extends EngineRole>(role: R, persona: Persona, facts: EngineRoles[R]['facts']): Promise<EngineRun<R>>;
}

/** An engine whose calls cost money and may fail: `attempt` never throws one of our errors. */
export interface PaidEngine extends Engine {
  attempt<R extends EngineRole>(
    role: R,
    persona: Persona,
    facts: EngineRoles[R]['facts'],
  ): Promise<EngineAttempt<R>>;
}

// ── Search ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A ticket as search sees it; indexing it again replaces it. */
export type SearchableTicket = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly account?: string;
  readonly requester: string;
  readonly openedAt: Instant;
  readonly live: boolean;
  readonly category?: Precedent['category'];
  readonly severity?: Precedent['severity'];
  readonly queue?: string;
  /** Who corrected where it goes: its category or its queue. */
  readonly correctedBy?: string;
  /** Who corrected its severity. */
  readonly severityBy?: string;
  /** The public answer that solved it, when it is solved. */
  readonly resolution?: string;
};

export type SearchChange =
  /** The whole list: articles that are no longer in it are forgotten. */
  | { readonly type: 'articles'; readonly articles: readonly Article[] }
  | { readonly type: 'ticket'; readonly ticket: SearchableTicket }
  | { readonly type: 'ticket_removed'; readonly id: string }
  /** What people made of the duplicates a ticket was shown with; told again, it replaces what was told before. */
  | {
      readonly type: 'duplicates_decided';
      readonly ticket: string;
      readonly candidates: readonly { readonly odds: number; readonly same: boolean }[];
    };

export type TicketHit = {
  readonly id: string;
  readonly subject: string;
  readonly score: number;
  readonly live: boolean;
};

/** A question and what was said before it, oldest first. Earlier turns say what “it” is; they count less. */
export type SearchQuery = {
  readonly text: string;
  readonly before: readonly { readonly from: 'requester' | 'desk'; readonly text: string }[];
};

export type PassageHit = Passage & {
  /**
   * 0–1 and comparable between queries: how much a passage made for the question alone would have in common with it, as
   * a share. Words nobody wrote count against it. Between the first and the fifth it tells how alone the first stands.
   */
  readonly score: number;
  /** 0–1: share of the question's words that the passage has, rare ones counting more. */
  readonly coverage: number;
};

/** Retrieval over passages, tickets and resolutions: the same answer for the same data. */
export interface Search {
  index(change: SearchChange): void;
  passages(query: string | SearchQuery, limit: number): readonly PassageHit[];
  /** Every passage of one article, in its order; empty for an article nobody indexed. */
  passagesOf(article: string): readonly Passage[];
  tickets(query: string, limit: number): readonly TicketHit[];
  /** Open or recent tickets that may be about the same thing, best first; never the ticket itself. */
  duplicates(ticket: SearchableTicket, limit: number): readonly DuplicateCandidate[];
  precedents(ticket: SearchableTicket, limit: number): readonly Precedent[];
  resolutions(ticket: SearchableTicket, limit: number): readonly Resolution[];
}

// ── Experience ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A confidence as people should read it, and what it rests on. */
export type Calibrated = {
  /** 0–1: how often drafts with such a number were sent as they were and held. */
  readonly confidence: number;
  /** Outcomes of drafts by this engine it was learned from; 0 keeps the engine's own number. */
  readonly outcomes: number;
};

/** What became of one draft, with the ticket it was for. */
export type TopicOutcome = DraftOutcome & {
  readonly ticket: string;
  readonly topic: Topic;
  readonly pressure: Lesson['pressure'];
};

/** What the desk has learned, in numbers, and the latest of it. */
export type Learned = {
  /** Tickets it knows the right sorting of. */
  readonly lessons: number;
  /** Of those, the ones that a person corrected. */
  readonly corrected: number;
  /** `judges`: enough was seen to have an opinion of its own. */
  readonly byCategory: readonly {
    readonly category: Category;
    readonly seen: number;
    readonly judges: boolean;
  }[];
  /** Corrections, newest first. */
  readonly latest: readonly { readonly ticket: string; readonly at: Instant; readonly by: string }[];
};

/**
 * What the desk has learned from its own tickets. Fed with lessons; the same lessons give the same answers, in
 * whatever order they came. Nothing here reads a clock.
 */
export interface Experience {
  /** Replaces whatever was learned from the same ticket. */
  learn(lesson: Lesson): void;
  forget(ticket: string): void;
  /** The learned opinion about a ticket, without what was learned from the ticket itself; undefined while too little is known. */
  triage(ask: { readonly ticket: string; readonly text: string }): LearnedTriage | undefined;
  /** What a draft's own number (0–1, after the guards) is worth, without the outcomes of the ticket itself. */
  confidence(draft: { readonly ticket: string; readonly engine: string; readonly raw: number }): Calibrated;
  /** 0–1: how likely it is that these hits, best first, hold an answer to what was asked. */
  answerable(query: SearchQuery, hits: readonly Pick<PassageHit, 'text' | 'score'>[]): number;
  /** What people were shown as confidence beside what happened, of drafts decided since then. */
  reliability(since?: Instant): Reliability;
  /** What became of drafts, oldest decision first; undecided ones last. For those who judge topics. */
  outcomes(since?: Instant): readonly TopicOutcome[];
  learned(): Learned;
  /** Weighs anew a little of what was learned, some milliseconds' worth; true when nothing is left to weigh. */
  settle(): boolean;
}

// ── Clock, Log ──────────────────────────────────────────────────────────────────────────────────────────────────

export interface Clock {
  now(): Instant;
  /** Resolves at the moment, or early when the signal aborts. Only the scheduler sleeps. */
  sleepUntil(at: Instant, signal: AbortSignal): Promise<void>;
}

/** Structured lines: ids and numbers only, never message text or tokens. `error` means a person must act. */
export interface Log {
  debug(fact: string, detail?: Readonly<Record<string, unknown>>): void;
  info(fact: string, detail?: Readonly<Record<string, unknown>>): void;
  warn(fact: string, detail?: Readonly<Record<string, unknown>>): void;
  error(fact: string, detail?: Readonly<Record<string, unknown>>): void;
}
