import { Unreachable } from '../../domain/errors.ts';
import { type Instant, millisecondsBetween, second } from '../../domain/time.ts';
import { anyAnswer, type CallSlack } from './call-slack.ts';

/** A caller that remembers whether Slack answers. */
export type WatchedCalls = {
  readonly call: CallSlack;
  /** Since when every call has failed, once that has lasted 30 s. */
  silentSince(): Instant | undefined;
};

/** A hiccup is no outage. */
const shortestSilenceMs = 30 * second;
/** Who looks while Slack is silent has it asked again: a desk that gets no traffic would never hear that it is back. */
const askAgainAfterMs = 10 * second;

/** Counts as an answer: whatever Slack says itself, also a refusal and the wish that we wait. */
export function watchAnswers(call: CallSlack, now: () => Instant): WatchedCalls {
  let failingSince: Instant | undefined;
  let lastTriedAt = now();
  const watched: CallSlack = async (method, args, answer) => {
    lastTriedAt = now();
    try {
      const answered = await call(method, args, answer);
      failingSince = undefined;
      return answered;
    } catch (error) {
      const isSilent = error instanceof Unreachable && error.retryAfterMs === undefined;
      failingSince = isSilent ? (failingSince ?? now()) : undefined;
      throw error;
    }
  };
  return {
    call: watched,
    silentSince() {
      if (failingSince === undefined) return undefined;
      if (millisecondsBetween(lastTriedAt, now()) >= askAgainAfterMs) {
        // Only whether it is answered counts, and `watched` has noted that.
        watched('auth.test', {}, anyAnswer).catch(() => undefined);
      }
      return millisecondsBetween(failingSince, now()) >= shortestSilenceMs ? failingSince : undefined;
    },
  };
}
