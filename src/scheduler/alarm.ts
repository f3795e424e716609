import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports.ts';

/** Lets a loop sleep until a moment or until somebody rings; a ring while it is awake is not lost. */
export type Alarm = { ring(): void; wait(until: Instant): Promise<void> };

export function createAlarm(clock: Clock): Alarm {
  let rung = false;
  let sleeping: AbortController | undefined;
  return {
    ring() {
      rung = true;
      // With a reason of its own: the default one is an error with a stack, which costs more than the ring.
      sleeping?.abort('rung');
    },
    async wait(until) {
      if (!rung) {
        sleeping = new AbortController();
        await clock.sleepUntil(until, sleeping.signal);
        sleeping = undefined;
      }
      rung = false;
    },
  };
}
