import type { PracticeTime } from '../control.ts';
import type { Changes } from './changes.ts';
import type { PracticeClock } from './clock.ts';
import type { Delivery } from './delivery.ts';
import { ControlRefusal } from './slack-refusal.ts';

/** What passing time asks of a desk that lives in it. Moments are ms since the epoch. */
export type TimedDesk = {
  /** Resolves when the desk has done all that can be done at this moment. */
  settled(): Promise<void>;
  /** The first moment after this one at which something is due, as far as is known. */
  nextDue(after: number): Promise<number | undefined>;
  /** Whether something waits to be said. */
  owes(now: number): boolean;
};

/** Time that passes in steps, so that everything due on the way happens at its own time. */
export type Passing = {
  current(): PracticeTime;
  /** Moves the clock in one step, past whatever is due, and answers the new time. */
  jump(ms: number): number;
  /** Begins to let time pass, or adds to it; answers at once. */
  pass(ms: number): { now: number; until: number };
  stay(): { now: number };
  follow(desk: TimedDesk): void;
  /** Resolves when no time is being let pass. */
  passed(): Promise<void>;
};

/** What is not known to be due, such as a retry, is late by at most this. */
const longestStepMs = 5 * 60_000;
/** While something waits to be said, for the pace of a channel: twice as long at each step in a row. */
const shortestStepMs = 1_000;
/** A desk that has to think long or hangs does not hold time up for good. */
const settleLimitMs = 1_000;
const tellEveryMs = 100;
const mostMs = 31 * 24 * 60 * 60_000;

export function createPassing(parts: {
  readonly clock: PracticeClock;
  readonly changes: Changes;
  readonly delivery: Pick<Delivery, 'idle'>;
}): Passing {
  const { clock, changes, delivery } = parts;
  let desk: TimedDesk | undefined;
  let passing: { from: number; until: number } | undefined;
  let underWay = Promise.resolve();
  let toldAt = 0;

  const current = (): PracticeTime => ({
    now: clock.now(),
    aheadMs: clock.aheadMs(),
    ...(passing && { passing }),
  });
  const tell = () => {
    toldAt = performance.now();
    changes.publish({ type: 'clock', ...current() });
  };

  const quiet = async () => {
    await delivery.idle();
    await desk?.settled();
  };
  // Twice, because what the desk says comes back to it as an event.
  const settle = () => quiet().then(quiet);

  const run = async () => {
    let owedFor = 0;
    await withinLimit(settle());
    while (passing && clock.now() < passing.until) {
      const now = clock.now();
      owedFor = desk?.owes(now) ? owedFor + 1 : 0;
      const strideMs = owedFor === 0 ? longestStepMs : shortestStepMs * 2 ** Math.min(owedFor - 1, 10);
      const due = (await desk?.nextDue(now)) ?? Number.POSITIVE_INFINITY;
      if (!passing) return;
      const next = Math.min(now + Math.min(strideMs, longestStepMs), due, passing.until);
      clock.advance(Math.max(1, next - clock.now()));
      await withinLimit(settle());
      if (passing && performance.now() - toldAt >= tellEveryMs) tell();
    }
  };

  const begin = () => {
    // One after the other: what was just stopped may still wait for the desk.
    underWay = underWay
      .then(run)
      // A desk that is being closed knows no more what is due: time stays where it is.
      .catch(() => undefined)
      .finally(() => {
        if (!passing) return;
        passing = undefined;
        tell();
      });
  };

  return {
    current,
    jump(ms) {
      clock.advance(ms);
      tell();
      return clock.now();
    },
    pass(ms) {
      const now = clock.now();
      const until = (passing?.until ?? now) + ms;
      if (until - now > mostMs) throw new ControlRefusal('Time can pass by 31 days at most.');
      const isUnderWay = passing !== undefined;
      passing = { from: passing?.from ?? now, until };
      tell();
      if (!isUnderWay) begin();
      return { now, until };
    },
    stay() {
      if (passing) {
        passing = undefined;
        tell();
      }
      return { now: clock.now() };
    },
    follow(given) {
      desk = given;
    },
    passed: () => underWay,
  };
}

/** Waits for the work, but not for ever, and lets whoever else waits have a turn. */
async function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, settleLimitMs);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
  await new Promise((resolve) => setImmediate(resolve));
}
