import type { AppliedPolicy } from '../ticket/promises.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { DueChange } from './clock.ts';
import { backAt } from './public-talk.ts';
import type { Run } from './runs.ts';

/** What may move the due time of a run. */
export type Happening =
  | { readonly at: Instant; readonly what: 'status'; readonly status: Ticket['status'] }
  | { readonly at: Instant; readonly what: 'policy'; readonly policy: AppliedPolicy }
  | {
      readonly at: Instant;
      readonly what: 'extended';
      readonly dueAt: Instant;
      readonly by: DueChange['by'];
    }
  | Floor;

/** A change after which nothing is due at once. */
export type Floor = {
  readonly at: Instant;
  readonly what: 'floor';
  readonly why: 'reopened' | 'merged' | 'unmerged';
  readonly by: DueChange['by'];
  /** What was not late then is not late by this change. */
  readonly intactAt: Instant;
};

/** What moved the due time of a run, in order; the first entry is where the ticket stood when it began. */
export function happeningsOf(ticket: Ticket, run: Run, until: Instant): readonly Happening[] {
  const { startedAt, from, target } = run;
  const during = ({ at }: { readonly at: Instant }) => at >= from && at > startedAt && at <= until;
  // The first policy is no change: what it promises counts from the request on.
  const [, ...policies] = ticket.policies ?? [];
  const happenings: Happening[] = [
    ...ticket.statusLog.filter(during).map(({ at, status }) => ({ at, what: 'status' as const, status })),
    ...policies.filter(during).map((policy) => ({ at: policy.at, what: 'policy' as const, policy })),
    ...(ticket.extensions ?? [])
      .filter((extension) => isOne(extension.target, target) && during(extension))
      .map(({ at, by, dueAt }) => ({ at, what: 'extended' as const, dueAt, by })),
    ...floorsOf(ticket).filter(during),
  ];
  const status = ticket.statusLog.findLast(({ at }) => at <= from)?.status ?? 'new';
  return [
    { at: from, what: 'status', status },
    ...happenings.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  ];
}

/** To the requester a solution is one promise: who grants more time for the first grants it in all. */
function isOne(agreed: SlaTarget, target: SlaTarget): boolean {
  const solutions: readonly SlaTarget[] = ['first_resolution', 'total_resolution'];
  return agreed === target || (solutions.includes(agreed) && solutions.includes(target));
}

function floorsOf(ticket: Ticket): readonly Floor[] {
  const floor = (at: Instant, why: Floor['why'], by: Floor['by'], intactAt = at): Floor => ({
    at,
    what: 'floor',
    why,
    by,
    intactAt,
  });
  return [
    ...ticket.reopened.map(({ at, by }) => floor(backAt(ticket, at), 'reopened', by)),
    ...ticket.absorbed.map(({ at }) => floor(at, 'merged', 'desk')),
    ...(ticket.unmerges ?? []).map(({ from, to }) => floor(to, 'unmerged', 'desk', from)),
  ];
}
