import { instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports.ts';

/** A clock that runs like the machine's and can be moved forward: whoever slept past the new time wakes at once. */
export type MovableClock = Clock & { nowMs(): number; advance(milliseconds: number): void };

export function movableClock(): MovableClock {
  let aheadMs = 0;
  const recheck = new Set<() => void>();
  const nowMs = () => Date.now() + aheadMs;
  return {
    nowMs,
    now: () => instant(nowMs()),
    sleepUntil: (at, signal) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const look = () => {
          clearTimeout(timer);
          const leftMs = Date.parse(at) - nowMs();
          if (leftMs > 0 && !signal.aborted) {
            timer = setTimeout(look, Math.min(Math.ceil(leftMs), 60_000));
            return;
          }
          recheck.delete(look);
          signal.removeEventListener('abort', look);
          resolve();
        };
        recheck.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
    advance(milliseconds) {
      aheadMs += milliseconds;
      for (const look of [...recheck]) look();
    },
  };
}
