import type { AppliedPolicy } from '../ticket/promises.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { byTime, type Instant } from '../time.ts';
import type { DueChange } from './clock.ts';
import { isResolution, type SlaTarget } from './policy.ts';
import { backAt } from './public-talk.ts';
import type { Run } from './run.ts';

/** What may move the due time of a run. */
export type Happening =
  | { readonly at: Instant; readonly what: 'status'; readonly status: Ticket['status'] }
  | { readonly at: Instant; readonly what: 'policy'; readonly policy: AppliedPolicy }
  | {
      readonly at: Instant;
      readonly what: 'extended';
      readonly target: SlaTarget;
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

/** What may move due times on a ticket, in order. */
export function happeningsOf(ticket: Ticket): readonly Happening[] {
  // The first policy is no change: what it promises counts from the request on.
  const [, ...policies] = ticket.policies ?? [];
  const happenings: Happening[] = [
    ...ticket.statusLog.map(({ at, status }) => ({ at, what: 'status' as const, status })),
    ...policies.map((policy) => ({ at: policy.at, what: 'policy' as const, policy })),
    ...(ticket.extensions ?? []).map(({ at, by, target, dueAt }) => ({
      at,
      what: 'extended' as const,
      target,
      dueAt,
      by,
    })),
    ...floorsOf(ticket),
  ];
  return happenings.sort((one, other) => byTime(one.at, other.at));
}

/** Those that concern a run, up to a time; the first entry is where the ticket stood when it began to owe it. */
export function happeningsIn(
  happenings: readonly Happening[],
  { startedAt, from, target }: Run,
  until: Instant,
): readonly Happening[] {
  let status: Ticket['status'] = 'new';
  const during: Happening[] = [];
  for (const happening of happenings) {
    const { at } = happening;
    if (at > until) break;
    if (at <= from && happening.what === 'status') status = happening.status;
    if (at < from || at <= startedAt) continue;
    if (happening.what !== 'extended' || isOne(happening.target, target)) during.push(happening);
  }
  return [{ at: from, what: 'status', status }, ...during];
}

/** To the requester a solution is one promise: who grants more time for the first grants it in all. */
function isOne(agreed: SlaTarget, target: SlaTarget): boolean {
  return agreed === target || (isResolution(agreed) && isResolution(target));
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
