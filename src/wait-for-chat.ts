import { Unreachable } from './domain/errors.ts';
import { laterBy, second } from './domain/time.ts';
import type { Clock, Log } from './ports.ts';

/** Hosts start their services before their network and its names work. */
const longestWaitMs = 60 * second;
const pauseMs = 5 * second;

/**
 * Knocks until chat answers, for up to a minute, with a line in the log for each try. Throws the last `Unreachable`
 * after that, and at once whatever else goes wrong: a wrong token does not mend itself.
 */
export async function waitForChat(
  knock: () => Promise<unknown>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<void> {
  const until = laterBy(clock.now(), longestWaitMs);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await knock();
      return;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      const again = laterBy(clock.now(), error.retryAfterMs ?? pauseMs);
      if (again > until) throw error;
      log.warn('slack_not_reached_yet', { attempt, again });
      await clock.sleepUntil(again, new AbortController().signal);
    }
  }
}
