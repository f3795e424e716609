import { type Instant, instant, laterBy } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports.ts';

export type FakeClock = Clock & {
  /** Moves time forward at once and wakes, in order, whoever slept until then. */
  advance(milliseconds: number): Promise<void>;
  /** Sets the time, backwards too, as an operator would; sleepers past their moment wake. */
  set(at: Instant): Promise<void>;
};

type Sleeper = { readonly at: Instant; readonly wake: () => void };

/** A clock that stands still until it is told to move. */
export function fakeClock(start: Instant = '2026-11-20T10:00:00.000Z'): FakeClock {
  let now = start;
  const sleepers = new Set<Sleeper>();

  const move = async (to: Instant) => {
    now = instant(Date.parse(to));
    const due = [...sleepers].filter((sleeper) => sleeper.at <= now);
    for (const sleeper of due.sort((a, b) => a.at.localeCompare(b.at))) sleeper.wake();
    // Whoever woke gets to run before the caller looks.
    await new Promise((resolve) => setImmediate(resolve));
  };

  return {
    now: () => now,
    sleepUntil: (at, signal) =>
      new Promise((resolve) => {
        if (at <= now || signal.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { at, wake };
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake, { once: true });
      }),
    advance: (milliseconds) => move(laterBy(now, milliseconds)),
    set: move,
  };
}
