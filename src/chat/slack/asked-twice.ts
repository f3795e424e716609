import { setTimeout as sleep } from 'node:timers/promises';
import { Unreachable } from '../../domain/errors.ts';
import { second } from '../../domain/time.ts';
import type { CallSlack } from './call-slack.ts';

const pauseMs = second / 2;
/** Longer, a person at a terminal takes the check for stuck. */
const longestPauseMs = 30 * second;

/**
 * A caller for questions, which may be asked again: one that Slack was too busy for is, once. Where no connection stands
 * at all, asking again at once tells nothing new.
 */
export function askedTwice(call: CallSlack): CallSlack {
  return async (method, args, answer) => {
    try {
      return await call(method, args, answer);
    } catch (error) {
      const waitMs = pauseBefore(error);
      if (waitMs === undefined) throw error;
      await sleep(waitMs);
      return await call(method, args, answer);
    }
  };
}

function pauseBefore(error: unknown): number | undefined {
  if (!(error instanceof Unreachable)) return undefined;
  const { retryAfterMs, unknownOutcome } = error;
  if (retryAfterMs !== undefined) return retryAfterMs <= longestPauseMs ? retryAfterMs : undefined;
  return unknownOutcome ? pauseMs : undefined;
}
