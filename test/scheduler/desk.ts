import { onTestFinished } from 'vitest';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Log, TeamCard } from '../../src/ports.ts';
import { type Scheduler, type SchedulerPlan, startScheduler } from '../../src/scheduler/scheduler.ts';
import type { OutboxKind, Parked, Tables } from '../../src/scheduler/table.ts';
import type { OutboxAdd, StorePort, TicketSummary, TimerChange } from '../../src/store-port.ts';
import { type FakeClock, fakeClock } from '../support/fake-clock.ts';
import { type FakeChat, fakeChat } from './fake-chat.ts';
import { openStore } from './store.ts';

export type TestDesk = {
  readonly store: StorePort;
  readonly chat: FakeChat;
  readonly clock: FakeClock;
  readonly scheduler: Scheduler;
  readonly parked: Parked[];
  readonly errors: string[];
  /** A person writes; resolves when it is stored. */
  hear(thread: string, text: string): Promise<'stored' | 'known'>;
  /** Commits something to be said or to become due about `id`. */
  put(
    id: string,
    what: { outbox?: readonly OutboxAdd[]; timers?: readonly TimerChange[]; state?: unknown },
  ): Promise<void>;
  /** Lets time pass in quarter seconds, working after each. */
  pass(milliseconds: number): Promise<void>;
};

export function row(add: string, channel: string, priority = 5): OutboxAdd {
  return { add, kind: 'line', channel, priority };
}

/** A scheduler on a store, with tables that can be swapped one by one. */
export async function openDesk(
  given: {
    tables?: Partial<Tables>;
    plan?: Partial<SchedulerPlan>;
    store?: StorePort;
    chat?: FakeChat;
    clock?: FakeClock;
  } = {},
): Promise<TestDesk> {
  const chat = given.chat ?? fakeChat();
  const clock = given.clock ?? fakeClock();
  const store = given.store ?? (await openStore(clock));
  const parked: Parked[] = [];
  const errors: string[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: (fact) => void errors.push(fact) };
  const tables: Tables = {
    inbox: async () => ({ outcome: 'ignored', reason: 'nothing to do' }),
    timers: {},
    outbox: { line: lines(store, clock) },
    ...given.tables,
  };
  const scheduler = startScheduler({
    store,
    chat,
    clock,
    log,
    tables,
    random: () => 0.5,
    // The fake clock may jump as it likes.
    monotonicMs: () => Date.parse(clock.now()),
    onParked: (each) => void parked.push(each),
    ...given.plan,
  });
  onTestFinished(async () => {
    await scheduler.stop();
  });
  let heard = 0;

  return {
    store,
    chat,
    clock,
    scheduler,
    parked,
    errors,
    hear: (thread, text) => store.receive(message(thread, text, `key-${++heard}`, clock), clock.now()),
    async put(id, what) {
      const old = await store.load('ticket', id);
      await store.commit({
        kind: 'ticket',
        id,
        expectedVersion: old?.version ?? 0,
        events: [],
        state: what.state ?? old?.state ?? {},
        at: clock.now(),
        summary: summaryOf(id, clock.now()),
        ...(what.timers && { timers: what.timers }),
        ...(what.outbox && { outbox: what.outbox }),
      });
    },
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= 250) {
        await clock.advance(Math.min(250, left));
        await scheduler.idle();
      }
    },
  };
}

function summaryOf(id: string, at: Instant): TicketSummary {
  return {
    id,
    subject: id,
    status: 'open',
    requester: 'fake:U1',
    openedAt: at,
    changedAt: at,
    threads: [],
  };
}

/** Renders a row as its key and the state's `text`; once posted, later rows of the same key edit that message. */
export function lines(store: StorePort, clock: FakeClock): OutboxKind {
  const read = async (id: string) => {
    const stored = await store.load('ticket', id);
    return {
      version: stored?.version ?? 0,
      state: (stored?.state ?? {}) as { text?: string; at?: Record<string, string> },
    };
  };
  const commit = async (id: string, key: string, generation: number, message?: string) => {
    const { version, state } = await read(id);
    await store.commit({
      kind: 'ticket',
      id,
      expectedVersion: version,
      events: [],
      state: message ? { ...state, at: { ...state.at, [key]: message } } : state,
      at: clock.now(),
      outbox: [{ done: key, generation }],
    });
  };
  return {
    async compose({ id, row: { key, channel } }) {
      const { state } = await read(id);
      if (state.text === 'nothing') return { say: 'nothing' };
      const card: TeamCard = { audience: 'team', summary: state.text ?? key, blocks: [] };
      const post = { key: `${id} ${key}`, channel, audience: 'team', card } as const;
      const message = state.at?.[key];
      return message ? { say: 'update', id: message, post } : { say: 'post', post };
    },
    said: ({ id, row: { key, generation } }, posted) => commit(id, key, generation, posted.id),
    refused: async () => undefined,
  };
}

export function message(thread: string, text: string, key: string, clock: FakeClock): ChatEvent {
  const at = clock.now();
  const place = { channel: 'fake:C1', kind: 'channel' } as const;
  return {
    type: 'message',
    keys: [key],
    at,
    mentionsDesk: false,
    message: {
      id: `fake:${thread}/${key}`,
      thread: `fake:${thread}`,
      place,
      author: 'fake:U1',
      byApp: false,
      text,
      files: [],
      at,
    },
  };
}
