import { monotonicMs } from '../clock.ts';
import { laterBy, minute } from '../domain/time.ts';
import type { Chat, Clock, Log } from '../ports.ts';
import type { StorePort } from '../store-port.ts';
import { type Counters, createCounters } from './counters.ts';
import { startInbox } from './inbox.ts';
import type { Loop } from './loop.ts';
import { startOutbox } from './outbox.ts';
import { createPace, noPace, type PaceTable, slackPace } from './pace.ts';
import type { Parked, Tables } from './table.ts';
import { startTimers } from './timers.ts';
import type { World } from './world.ts';

export type SchedulerPlan = {
  readonly store: StorePort;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly log: Log;
  readonly tables: Tables;
  /** Told of everything given up. */
  readonly onParked?: (parked: Parked) => Promise<void> | void;
  /** Told how many milliseconds after its due time the work of a timer began; once for each timer. */
  readonly onFired?: (lagMs: number) => void;
  /** Default: Slack's. `none` is for benches and tests. */
  readonly pace?: PaceTable | 'none';
  /** For how long work that keeps failing is tried. */
  readonly giveUp?: { readonly inboxMs?: number; readonly timersMs?: number; readonly outboxMs?: number };
  /** How many are worked side by side: threads, aggregates, channels. */
  readonly concurrency?: { readonly inbox?: number; readonly timers?: number; readonly outbox?: number };
  /** Kinds of timers that take long, and how many of each run side by side, beside all other timers. */
  readonly slowTimers?: Readonly<Record<string, number>>;
  /** In [0, 1); spreads retries. */
  readonly random?: () => number;
  /** A clock that is never set; tests pass their own. */
  readonly monotonicMs?: () => number;
  readonly tickMs?: number;
  /** Longer than any handler, workflow or chat call takes. */
  readonly leaseMs?: number;
};

export type SchedulerStats = Counters & {
  readonly running: { readonly inbox: number; readonly timers: number; readonly outbox: number };
};

export type Scheduler = {
  /** Takes nothing new and waits for what is under way: `cut` when something still ran at the deadline. */
  stop(deadlineMs?: number): Promise<'drained' | 'cut'>;
  /**
   * Resolves once nothing runs and nothing could be started at this moment of the clock. What waits for a time
   * (a retry, a pace, a timer) still waits.
   */
  idle(): Promise<void>;
  stats(): SchedulerStats;
};

const drainMs = 10_000;

/** Starts working inbox, timers and outbox. What is done for each is given in the tables. */
export function startScheduler(plan: SchedulerPlan): Scheduler {
  const { store, chat, clock, log, tables } = plan;
  const counters = createCounters();
  const world: World = {
    store,
    chat,
    clock,
    log,
    counters,
    random: plan.random ?? Math.random,
    leaseMs: plan.leaseMs ?? 2 * minute,
    tickMs: plan.tickMs ?? 250,
    onParked: plan.onParked ?? (() => undefined),
  };
  const inbox = startInbox(world, {
    handle: tables.inbox,
    limit: plan.concurrency?.inbox ?? 16,
    giveUpMs: plan.giveUp?.inboxMs ?? 15 * minute,
  });
  const timers = startTimers(world, {
    table: tables.timers,
    limit: plan.concurrency?.timers ?? 16,
    slow: plan.slowTimers ?? {},
    giveUpMs: plan.giveUp?.timersMs ?? 30 * minute,
    monotonicMs: plan.monotonicMs ?? monotonicMs,
    onFired: plan.onFired,
  });
  const outbox = startOutbox(world, {
    table: tables.outbox,
    pace: plan.pace === 'none' ? noPace : createPace(plan.pace ?? slackPace),
    limit: plan.concurrency?.outbox ?? 16,
    giveUpMs: plan.giveUp?.outboxMs ?? 30 * minute,
  });
  const loops = [inbox, timers, outbox];
  const unwatch = store.watch((news) => {
    if (news === 'inbox') return inbox.wake();
    timers.wake();
    outbox.wake();
  });

  return {
    async stop(deadlineMs = drainMs) {
      unwatch();
      const drained = Promise.all(loops.map((loop) => loop.drain())).then(() => 'drained' as const);
      const deadline = new AbortController();
      const cut = clock
        .sleepUntil(laterBy(clock.now(), deadlineMs), deadline.signal)
        .then(() => 'cut' as const);
      const end = await Promise.race([drained, cut]);
      deadline.abort();
      if (end === 'cut') log.warn('work_cut_off', running(inbox, timers, outbox));
      return end;
    },
    async idle() {
      // What one loop ends another may have to begin, so all must be quiet in one round.
      let before: number;
      do {
        before = startedBy(loops);
        for (const loop of loops) await loop.quiet();
      } while (startedBy(loops) !== before);
    },
    stats: () => ({ ...structuredClone(counters), running: running(inbox, timers, outbox) }),
  };
}

function running(inbox: Loop, timers: Loop, outbox: Loop): SchedulerStats['running'] {
  return { inbox: inbox.running(), timers: timers.running(), outbox: outbox.running() };
}

function startedBy(loops: readonly Loop[]): number {
  return loops.reduce((sum, loop) => sum + loop.started(), 0);
}
