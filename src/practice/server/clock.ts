/** The time of the practice workspace in ms since the epoch; tests and benches may move it forward. */
export type PracticeClock = {
  now(): number;
  /** How far it was moved ahead of the wall, in ms. */
  aheadMs(): number;
  /** Runs once `delayMs` of practice time have passed; the answer calls it off. */
  later(delayMs: number, run: () => void): () => void;
  /** Moves the clock forward, runs what became due in order, and answers the new time. */
  advance(ms: number): number;
  stop(): void;
};

// setTimeout runs at once for longer delays (signed 32 bit), so long waits are cut into pieces.
const longestTimerMs = 2_000_000_000;

type Waiting = { dueAt: number; run: () => void; timer?: NodeJS.Timeout };

export function createClock(source: () => number): PracticeClock {
  let offsetMs = 0;
  let stopped = false;
  const waiting = new Set<Waiting>();
  const now = () => source() + offsetMs;

  const finish = (entry: Waiting) => {
    if (!waiting.delete(entry)) return;
    clearTimeout(entry.timer);
    entry.run();
  };
  const arm = (entry: Waiting, leftMs: number) => {
    const step = Math.min(leftMs, longestTimerMs);
    entry.timer = setTimeout(() => (leftMs > step ? arm(entry, leftMs - step) : finish(entry)), step);
  };

  return {
    now,
    aheadMs: () => offsetMs,
    later(delayMs, run) {
      // A delivery may still fail after the end; nothing shall wait for its retry.
      if (stopped) return () => undefined;
      const entry: Waiting = { dueAt: now() + delayMs, run };
      waiting.add(entry);
      arm(entry, Math.max(0, delayMs));
      return () => {
        if (waiting.delete(entry)) clearTimeout(entry.timer);
      };
    },
    advance(ms) {
      offsetMs += ms;
      const due = [...waiting].filter((entry) => entry.dueAt <= now()).sort((a, b) => a.dueAt - b.dueAt);
      for (const entry of due) finish(entry);
      return now();
    },
    stop() {
      stopped = true;
      for (const entry of waiting) clearTimeout(entry.timer);
      waiting.clear();
    },
  };
}
