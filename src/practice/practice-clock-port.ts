import { instant } from '../domain/time.ts';
import type { Clock } from '../ports.ts';
import type { PracticeClock } from './server/clock.ts';

/** The practice time as the desk's clock: moving it moves the desk, and wakes at once whoever slept past the new time. */
export function practiceClockPort(clock: PracticeClock): Clock {
  return {
    now: () => instant(clock.now()),
    sleepUntil: (at, signal) =>
      new Promise((resolve) => {
        const leftMs = Date.parse(at) - clock.now();
        if (leftMs <= 0 || signal.aborted) return resolve();
        const finish = () => {
          callOff();
          signal.removeEventListener('abort', finish);
          resolve();
        };
        const callOff = clock.later(leftMs, finish);
        signal.addEventListener('abort', finish, { once: true });
      }),
  };
}

/** Milliseconds that move with the practice time, but not when the machine's clock is set. */
export function practiceMonotonicMs(clock: PracticeClock): () => number {
  return () => performance.now() + clock.aheadMs();
}
