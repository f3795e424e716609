import type { ChatEvent, ChatEventOf } from '../../../src/domain/chat-event.ts';
import type { IncidentFigures } from '../../../src/domain/incident/figures/figures.ts';
import type { IncidentSummary } from '../../../src/domain/incident/summary.ts';
import { type Instant, laterBy } from '../../../src/domain/time.ts';
import type { Change, Claims, Queue, StorePort, TicketSummary } from '../../../src/store-port.ts';

/** A store under test. `reopen` closes it and opens the same data again. */
export type Opened = {
  readonly store: StorePort;
  reopen(): Promise<StorePort>;
  destroy(): Promise<void>;
};
export type StoreHarness = { open(): Promise<Opened> };

/** Holds now, and holds when the same data is opened again. */
export async function nowAndAfterRestart(
  { store, reopen }: Pick<Opened, 'store' | 'reopen'>,
  check: (store: StorePort) => Promise<void>,
): Promise<void> {
  await check(store);
  await check(await reopen());
}

/** One sentence of the contract. */
export type Rule = readonly [sentence: string, run: (opened: Opened) => Promise<void>];

export const ten: Instant = '2026-11-20T10:00:00.000Z';
export const minutesAfterTen = (minutes: number): Instant => laterBy(ten, minutes * 60_000);
export const secondsAfterTen = (seconds: number): Instant => laterBy(ten, seconds * 1000);

export function aSummary(id: string, change: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id,
    subject: 'Checkout fails',
    status: 'open',
    requester: 'slack:U1DANA',
    openedAt: ten,
    changedAt: ten,
    threads: [],
    ...change,
  };
}

/** A commit to a ticket that does not exist yet; `change` says what is special about it. */
export function aChange(id: string, change: Partial<Change> = {}): Change {
  return {
    kind: 'ticket',
    id,
    expectedVersion: 0,
    events: [{ type: 'opened', ticket: id }],
    state: { id, messages: [] },
    at: ten,
    summary: aSummary(id),
    ...change,
  };
}

/** Figures of an incident of which nothing is to be counted yet. */
export const noFigures = (declaredAt: Instant): IncidentFigures => ({
  declaredAt,
  updatesDue: 0,
  updatesInTime: 0,
  lateMs: 0,
  worstLateMs: 0,
  promises: 0,
  promisesKept: 0,
  withoutCommanderMs: 0,
  withoutLiaisonMs: 0,
  rungs: 0,
  approvedByOthers: 0,
  corrections: 0,
  deliveriesFailed: 0,
  reopened: 0,
});

export function anIncidentSummary(id: string, change: Partial<IncidentSummary> = {}): IncidentSummary {
  const { declaredAt = ten } = change;
  return {
    id,
    title: 'Checkout fails for everybody',
    mode: 'live',
    visibility: 'open',
    severity: 'P1',
    lifecycle: 'active',
    declaredAt,
    changedAt: declaredAt,
    tickets: [],
    people: [],
    room: 'pending',
    figures: noFigures(declaredAt),
    ...change,
  };
}

/** A commit to an incident that does not exist yet; `change` says what is special about it. */
export function anIncidentChange(id: string, change: Partial<Change> = {}): Change {
  return {
    kind: 'incident',
    id,
    expectedVersion: 0,
    events: [{ type: 'declared', incident: id }],
    state: { id, updates: [] },
    at: ten,
    incident: anIncidentSummary(id),
    ...change,
  };
}

let keys = 0;

/** A message of somebody new, unless the author is given. */
export function aMessage(
  change: Partial<ChatEventOf<'message'>> & { readonly thread?: string; readonly author?: string } = {},
): ChatEvent {
  keys += 1;
  const id = `slack:C1:${keys}`;
  const { thread = id, author = `slack:U${keys}`, ...rest } = change;
  return {
    type: 'message',
    keys: [`event ${keys}`, `message ${keys}`],
    at: ten,
    mentionsDesk: false,
    message: {
      id,
      thread,
      place: { channel: 'slack:C1', kind: 'channel' },
      author,
      byApp: false,
      text: 'Checkout fails with error 502',
      files: [],
      at: ten,
    },
    ...rest,
  };
}

/** Claims what is ready at a moment, five minutes after ten unless said, under a lease of one minute. */
export async function claimAt<Q extends Queue>(
  store: StorePort,
  queue: Q,
  ask: {
    readonly now?: Instant;
    readonly limit?: number;
    readonly busy?: ReadonlySet<string>;
    readonly without?: ReadonlySet<string>;
  } = {},
): Promise<readonly Claims[Q][]> {
  return await store.claim(queue, { now: minutesAfterTen(5), leaseMs: 60_000, limit: 100, ...ask });
}

export async function only<T>(items: Promise<readonly T[]>): Promise<T> {
  const [first, ...others] = await items;
  if (first === undefined || others.length > 0)
    throw new Error(`expected one item, got ${others.length + (first === undefined ? 0 : 1)}`);
  return first;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
