import type { Ticket } from '../ticket/ticket.ts';
import { hour, type Instant, laterBy } from '../time.ts';
import type { Clock } from './clock.ts';
import { countClocks } from './clocks-of.ts';
import type { SlaTarget } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

/** A promise that is still owed. Without a due time it is paused. */
export type OwedPromise = { readonly target: SlaTarget; readonly dueAt?: Instant };

/** What lists and figures need of a ticket's clocks. Nothing in it depends on the time at which it is read. */
export type ClockGlance = {
  /** When the next thing is owed to the requester; absent while nothing is, or all of it is paused. */
  readonly dueAt?: Instant;
  /** What is owed then. */
  readonly dueTarget?: SlaTarget;
  /** From then on the ticket stands under "At risk"; absent with `dueAt`. */
  readonly riskAt?: Instant;
  /** Absent when nothing is owed. */
  readonly owed?: readonly OwedPromise[];
  /** How many promises were kept too late, or not at all before they ended; absent when none was. */
  readonly missed?: Readonly<Partial<Record<SlaTarget, number>>>;
  /** Why something is owed that has no due time; absent when all that is owed has one. */
  readonly uncounted?: string;
};

/** The ticket's clocks at a glance, as they stand after its last event. */
export function glanceAtClocks(ticket: Ticket, book: PolicyBook): ClockGlance {
  const { clocks, uncounted } = countClocks(ticket, book, ticket.changedAt);
  const live = clocks.filter(({ state }) => state !== 'ended');
  const running = live.filter(({ state }) => state === 'running');
  const next = running.reduce<Clock | undefined>(
    (first, clock) => (first === undefined || clock.dueAt < first.dueAt ? clock : first),
    undefined,
  );
  const [riskAt] = running.map(riskFrom).sort();
  const missed: Partial<Record<SlaTarget, number>> = {};
  for (const { target, state, isBreached } of clocks) {
    if (state === 'ended' && isBreached) missed[target] = (missed[target] ?? 0) + 1;
  }
  return {
    ...(next ? { dueAt: next.dueAt, dueTarget: next.target } : {}),
    ...(riskAt === undefined ? {} : { riskAt }),
    ...(live.length > 0
      ? {
          owed: live.map(({ target, state, dueAt }) => ({
            target,
            ...(state === 'running' ? { dueAt } : {}),
          })),
        }
      : {}),
    ...(Object.keys(missed).length > 0 ? { missed } : {}),
    ...(uncounted[0] ? { uncounted: uncounted[0].why } : {}),
  };
}

/** What is due sooner than this is looked at now, whatever else was planned. */
const soonMs = 2 * hour;

/**
 * A promise is at risk in the two hours before it is due, and from its last warning on when that is earlier. So promises
 * of minutes are at risk from the start, a day in its last two hours or so, and three days in their last tenth.
 */
export function riskFrom({ dueAt, steps }: Pick<Clock, 'dueAt' | 'steps'>): Instant {
  const from = laterBy(dueAt, -soonMs);
  const lastWarning = steps.findLast(({ step }) => step.startsWith('warn_'))?.at;
  return lastWarning !== undefined && lastWarning < from ? lastWarning : from;
}
