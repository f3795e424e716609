import type { BreakerState } from '../domain/engine-stats.ts';
import { DeskError, Misconfigured, Unreachable } from '../domain/errors.ts';
import { type Instant, laterBy, minute, second } from '../domain/time.ts';
import type { Clock, Log } from '../ports.ts';

/**
 * Keeps tickets from waiting for an engine that is away. After a few failures in a row nobody asks it for a while; then
 * one call tries, and its outcome decides for all.
 */
export type Breaker = {
  /** Why the engine is not to be asked now; undefined when it may be. Who may, tells the outcome. */
  refuses(): string | undefined;
  succeeded(): void;
  /** `Invalid` counts as a sign of life: an answer came, only not a usable one. */
  failed(error: Error): void;
  state(): BreakerState;
};

const enough = 3;
const firstPauseMs = 30 * second;
const longestPauseMs = 5 * minute;
/** A key or a model name is mended by a person; a server that names a longer wait than this is asked again all the same. */
const untilMendedMs = 10 * minute;

export function createBreaker({ clock, log }: { readonly clock: Clock; readonly log: Log }): Breaker {
  let failures = 0;
  let pauses = 0;
  let pausedUntil: Instant | undefined;
  let trying = false;
  let reason = '';
  let isMisconfigured = false;

  const pause = (error: Error) => {
    const growing = Math.min(longestPauseMs, firstPauseMs * 2 ** pauses);
    const asked = error instanceof Unreachable ? error.retryAfterMs : undefined;
    const pauseMs =
      error instanceof Misconfigured ? untilMendedMs : Math.min(asked ?? growing, untilMendedMs);
    pauses += 1;
    pausedUntil = laterBy(clock.now(), pauseMs);
    trying = false;
    reason = error instanceof DeskError ? error.message : 'Claude could not be asked';
    log.warn('claude_paused', { reason, until: pausedUntil, failures });
  };

  const close = () => {
    if (pausedUntil !== undefined) log.info('claude_is_back');
    failures = 0;
    pauses = 0;
    pausedUntil = undefined;
    trying = false;
    isMisconfigured = false;
  };

  return {
    refuses() {
      if (pausedUntil === undefined) return undefined;
      if (trying || clock.now() < pausedUntil) return reason;
      trying = true;
      return undefined;
    },
    succeeded: close,
    failed(error) {
      if (error instanceof DeskError && error.name === 'Invalid') return close();
      failures += 1;
      if (error instanceof Misconfigured && !isMisconfigured) {
        isMisconfigured = true;
        log.error('claude_is_not_set_up', { reason: error.message });
      }
      // Calls that were under way when the pause began tell nothing new.
      if (pausedUntil !== undefined && !trying) return;
      const isClear = error instanceof Misconfigured || (error instanceof Unreachable && error.retryAfterMs);
      if (trying || isClear || failures >= enough) pause(error);
    },
    state() {
      if (pausedUntil === undefined) return 'closed';
      return trying ? 'half_open' : 'open';
    },
  };
}
