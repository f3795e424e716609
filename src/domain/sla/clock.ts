import type { Actor } from '../ticket/promises.ts';
import type { Instant } from '../time.ts';
import type { SlaTarget } from './policy.ts';

/** Why a due time is not what it was. */
export type DueChange = {
  readonly at: Instant;
  readonly by: Actor;
  readonly why: 'policy' | 'reopened' | 'merged' | 'unmerged' | 'extended';
  readonly was: Instant | undefined;
  readonly due: Instant | undefined;
};

/** A time in which the clock stood still; still does without `to`. */
export type Pause = {
  readonly from: Instant;
  readonly to?: Instant;
  readonly because: 'pending' | 'on_hold' | 'solved';
};

export type ClockEnd = {
  readonly at: Instant;
  /** `met`: what was owed was done, in time or late. The rest say why nothing was owed any more. */
  readonly how: 'met' | 'solved' | 'closed' | 'merged' | 'not_a_request' | 'answered_by_rule';
};

/**
 * Moments at which somebody is told: percent of the time used, the due time, what follows it for updates, and reminders of
 * a critical ticket that is late, each named by its moment.
 */
export type StepName =
  | `warn_${number}`
  | 'prepare'
  | 'due'
  | 'late_queue'
  | 'late_manager'
  | `still_late@${Instant}`;
export type Step = { readonly step: StepName; readonly at: Instant };

/** One promise on its way, computed from the ticket's events and its pinned policy. */
export type Clock = {
  /** The same as long as the promise is, e.g. `next_response@2026-11-20T10:00:00.000Z`. */
  readonly id: string;
  readonly target: SlaTarget;
  readonly policy: string;
  readonly edition: number;
  /** What the policy says, in milliseconds of the named calendar's working time. */
  readonly promised: { readonly withinMs: number; readonly calendar: string };
  /** The calendar in which it is counted now; an agreed later time is counted around the clock. */
  readonly calendar: string;
  /** From when how much time is counted: after a floor or an extension less than all, from then on. */
  readonly counted: { readonly from: Instant; readonly ms: number };
  readonly startedAt: Instant;
  /** As it stands; while it is paused, as if it went on now. */
  readonly dueAt: Instant;
  readonly state: 'running' | 'paused' | 'ended';
  readonly end?: ClockEnd;
  /** The requester was told this time, which is earlier than what the policy promises. */
  readonly told?: Instant;
  readonly pauses: readonly Pause[];
  /** Every change of the due time but pauses, oldest first. */
  readonly changes: readonly DueChange[];
  /** Ended after its due time, or still open past it; what was no request at all does not count. */
  readonly isBreached: boolean;
  /** Milliseconds past due at its end or now; 0 when it is not breached. */
  readonly overdueMs: number;
  /** Grows when the due time was promised anew: then its steps are told anew. */
  readonly round: number;
  /** What is still to come or is due, in order; none for an ended or paused clock. */
  readonly steps: readonly Step[];
};

/** The promise is broken, or was broken some time ago. */
export function isLate(step: string): boolean {
  return step === 'due' || step === 'late_queue' || step === 'late_manager' || isReminder(step);
}

/** Said again and again while a critical ticket is late. */
export function isReminder(step: string): boolean {
  return step.startsWith('still_late@');
}

/** Names one telling of one step of a clock. */
export function stepKey({ id, round }: Pick<Clock, 'id' | 'round'>, step: StepName): string {
  return `${id}#${round}/${step}`;
}
