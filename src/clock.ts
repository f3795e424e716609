import { instant, minute } from './domain/time.ts';
import type { Clock } from './ports.ts';

/** The machine's clock. */
export function systemClock(): Clock {
  return {
    now: () => instant(Date.now()),
    async sleepUntil(at, signal) {
      const target = Date.parse(at);
      // Long waits are slept in pieces: setTimeout fires at once past 2^31 ms, and the wall clock may be set meanwhile.
      // The last piece counts monotonic time, so that a clock set back cannot stretch a short wait into hours.
      for (;;) {
        const leftMs = target - Date.now();
        if (leftMs <= 0 || signal.aborted) return;
        await pause(Math.min(leftMs, minute), signal);
        if (leftMs <= minute) return;
      }
    },
  };
}

/** Milliseconds of a clock that is never set, for noticing that the wall clock was. */
export function monotonicMs(): number {
  return performance.now();
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, Math.ceil(milliseconds));
    signal.addEventListener('abort', finish, { once: true });
  });
}
