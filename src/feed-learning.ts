import { setImmediate as pause } from 'node:timers/promises';
import { monotonicMs } from './clock.ts';
import { lessonOf } from './domain/learning.ts';
import { Ticket } from './domain/ticket/ticket.ts';
import { minute } from './domain/time.ts';
import type { TakesTicket } from './past-tickets.ts';
import type { Experience, Log } from './ports.ts';
import type { StorePort } from './store-port.ts';

export type LearningFeed = {
  /** Learns from one ticket as it stands. */
  readonly take: TakesTicket;
  /** Weighs all that was learned, with a pause after each little piece so that nobody waits. */
  settle(): Promise<void>;
  stop(): void;
};

/**
 * A lesson counts at once; all of them are weighed together again so long after the first that was not, and so many
 * times as long as it took the last time, so that weighing stays a fiftieth of the work.
 */
const settleAfterMs = minute;
const settleShare = 50;

/** Keeps what was learned in step with the tickets from now on. Those of earlier runs are handed to `take`. */
export function feedLearning(store: StorePort, experience: Experience, log: Log): LearningFeed {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const take: TakesTicket = (ticket) => {
    const lesson = lessonOf(ticket);
    if (lesson) experience.learn(lesson);
    else experience.forget(ticket.id);
  };
  let tookMs = 0;
  const settle = async () => {
    const from = monotonicMs();
    while (!stopped && !experience.settle()) await pause();
    tookMs = monotonicMs() - from;
  };
  const unwatch = store.watch((news) => {
    if (news === 'inbox' || news.kind !== 'ticket') return;
    take(Ticket.parse(news.state));
    const waitMs = Math.max(settleAfterMs, tookMs * settleShare);
    timer ??= setTimeout(() => {
      timer = undefined;
      settle().catch((error: unknown) => log.error('what was learned could not be weighed', { error }));
    }, waitMs).unref();
  });
  return {
    take,
    settle,
    stop() {
      stopped = true;
      clearTimeout(timer);
      unwatch();
    },
  };
}
