import type { InboxOutcome, Queue } from '../store-port.ts';

/** Counts since start, for the metrics. */
export type Counters = {
  readonly inbox: Record<InboxOutcome['outcome'], number>;
  /** `found`: a look-up showed that it had been said already. */
  readonly outbox: Record<
    'posted' | 'updated' | 'found' | 'dropped' | 'refused' | 'unreachable' | 'failed',
    number
  >;
  readonly timers: Record<'fired' | 'stale' | 'failed', number>;
  readonly parked: Record<Queue, number>;
};

export function createCounters(): Counters {
  return {
    inbox: { opened: 0, joined: 0, ignored: 0, done: 0, parked: 0 },
    outbox: { posted: 0, updated: 0, found: 0, dropped: 0, refused: 0, unreachable: 0, failed: 0 },
    timers: { fired: 0, stale: 0, failed: 0 },
    parked: { inbox: 0, timers: 0, outbox: 0 },
  };
}
