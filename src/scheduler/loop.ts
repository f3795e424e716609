import { type Instant, laterBy, second } from '../domain/time.ts';
import type { Clock, Log } from '../ports.ts';
import { createAlarm } from './alarm.ts';

/** One queue being worked: takes what is due, runs it, and sleeps until woken or until the next tick. */
export type Loop = {
  wake(): void;
  /** Resolves once nothing runs and nothing could be started at this moment of the clock. */
  quiet(): Promise<void>;
  /** Takes nothing more; resolves when the last piece of work under way has ended. */
  drain(): Promise<void>;
  running(): number;
  /** Pieces of work started so far. */
  started(): number;
};

export type LoopPlan<T> = {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly tickMs: number;
  readonly limit: number;
  /** Takes up to `free` pieces of work that are due now. */
  readonly take: (free: number) => Promise<readonly T[]>;
  /** Names a piece of work: one that is running already is not started a second time when its lease ran out. */
  readonly nameOf: (work: T) => string;
  /** Never rejects: what goes wrong is settled inside. */
  readonly run: (work: T) => Promise<void>;
  /** Called before each pass. */
  readonly beforePass?: () => void;
  /** Something may be taken at this moment, if that is before the next tick. */
  readonly nextAt?: () => Instant | undefined;
};

export function startLoop<T>(plan: LoopPlan<T>): Loop {
  const { clock, log, name } = plan;
  const alarm = createAlarm(clock);
  const running = new Map<string, Promise<void>>();
  let waiting: (() => void)[] = [];
  let stopping = false;
  let started = 0;

  const start = (work: T) => {
    const key = plan.nameOf(work);
    if (running.has(key)) return false;
    started += 1;
    const done = plan
      .run(work)
      .catch((error: unknown) =>
        log.error('work_not_settled', { loop: name, work: key, error: nameOf(error) }),
      )
      .finally(() => {
        running.delete(key);
        alarm.ring();
      });
    running.set(key, done);
    return true;
  };

  /** True when there was nothing to take. */
  const pass = async (): Promise<boolean> => {
    plan.beforePass?.();
    const free = plan.limit - running.size;
    if (free <= 0) return true;
    const taken = await plan.take(free);
    if (stopping) return true;
    return taken.filter(start).length === 0;
  };

  const work = async () => {
    while (!stopping) {
      const asked = waiting;
      const stillAtStart = running.size === 0;
      waiting = [];
      let nothing = true;
      let tickMs = plan.tickMs;
      try {
        nothing = await pass();
      } catch (error) {
        log.error('store_not_reached', { loop: name, error: nameOf(error) });
        tickMs = second;
      }
      if (nothing && stillAtStart) for (const resolve of asked) resolve();
      else waiting.push(...asked);
      if (nothing && !stopping) await alarm.wait(earlier(laterBy(clock.now(), tickMs), plan.nextAt?.()));
    }
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const worked = work();

  return {
    wake: alarm.ring,
    quiet: () => {
      if (stopping) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        alarm.ring();
      });
    },
    async drain() {
      stopping = true;
      alarm.ring();
      await worked;
      await Promise.all(running.values());
    },
    running: () => running.size,
    started: () => started,
  };
}

function earlier(tick: Instant, next: Instant | undefined): Instant {
  return next !== undefined && next < tick ? next : tick;
}

/** Only the kind of an error is logged: its message may quote what a person wrote. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
