import type { Instant } from '../time.ts';
import type { ClockEnd } from './clock.ts';
import type { SlaTarget } from './policy.ts';

/** From when to when something was owed, whatever the policy says about how soon. */
export type Run = {
  readonly target: SlaTarget;
  readonly startedAt: Instant;
  /** When this ticket began to owe it: later than it was asked when it came by a merge, or late. */
  readonly from: Instant;
  /** Older requests that a merge brought while it ran, and when. */
  readonly earlier: readonly { readonly at: Instant; readonly since: Instant }[];
  readonly end?: ClockEnd;
  /** For an update: when the requester was told, in the one before, to hear from us next. */
  readonly told?: Instant;
};

/** Whether an answer that left by a rule at that time counts as one. */
export type RuleAnswers = (at: Instant) => boolean;

/** When the oldest request of a run was asked: what came by a merge may be older than what it began with. */
export function startOf({ startedAt, earlier }: Run): Instant {
  return earlier.reduce((first, { since }) => (since < first ? since : first), startedAt);
}
