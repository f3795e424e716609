import { type Instant, instant } from '../../src/domain/time.ts';
import type { MovableClock } from './movable-clock.ts';

/** A clock that stands still between moves, so that what happens in a played month happens at exact times. */
export function stillClock(start: Instant): MovableClock {
  let nowMs = Date.parse(start);
  const sleepers = new Set<() => void>();
  return {
    nowMs: () => nowMs,
    now: () => instant(nowMs),
    sleepUntil: (at, signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (Date.parse(at) > nowMs && !signal.aborted) return;
          sleepers.delete(look);
          signal.removeEventListener('abort', look);
          resolve();
        };
        sleepers.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
    advance(milliseconds) {
      nowMs += milliseconds;
      for (const look of [...sleepers]) look();
    },
  };
}
