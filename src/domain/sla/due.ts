import { alwaysOpen, type Calendar } from '../calendar/calendar.ts';
import { addBusiness, businessElapsed } from '../calendar/working-time.ts';
import type { AppliedPolicy } from '../ticket/promises.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Instant, millisecondsBetween } from '../time.ts';
import type { DueChange, Pause } from './clock.ts';
import type { SlaTarget, TargetTerms, Terms } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';
import type { Run } from './runs.ts';

/** How one promise's due time came about. */
export type DueStory = {
  readonly terms: Terms;
  readonly target: TargetTerms;
  readonly calendar: Calendar;
  /** The moment at which this share (0–1) of the time is used; 1 is the due time. */
  readonly momentAt: (share: number) => Instant;
  readonly dueAt: Instant;
  /** From when how much time is counted: all from the start, or what was promised anew from then on. */
  readonly counted: { readonly from: Instant; readonly ms: number };
  readonly pauses: readonly Pause[];
  readonly pausedSince: Instant | undefined;
  readonly changes: readonly DueChange[];
  readonly round: number;
  /** When it was promised anew last; what would have been told before is not told any more. */
  readonly promisedAt: Instant;
};

/** From where the time is counted: so much of it from `at`, and the pauses since. */
type Base = {
  readonly at: Instant;
  readonly ms: number;
  readonly calendar: Calendar;
  readonly pauses: Pause[];
};

type Happening = { readonly at: Instant } & (
  | { readonly what: 'status'; readonly status: Ticket['status'] }
  | { readonly what: 'policy'; readonly policy: AppliedPolicy }
  | { readonly what: 'extended'; readonly dueAt: Instant; readonly by: DueChange['by'] }
  | Floor
);
type Floor = {
  readonly what: 'floor';
  readonly why: 'reopened' | 'merged' | 'unmerged';
  readonly by: DueChange['by'];
  /** The wait that came with a merge: a run that begins with it was not late here before. */
  readonly waitingSince?: Instant | undefined;
};

/**
 * The due time of a run by the policies the ticket was pinned to: what was promised, moved by pauses, by a change of
 * policy (counted from the start, with the pauses credited), by an extension, and never nearer than the floor after a
 * change. Once it has passed, a pause does not bring it back. Undefined where nothing is promised.
 */
export function dueOf(ticket: Ticket, run: Run, book: PolicyBook, now: Instant): DueStory | undefined {
  const until = run.end?.at ?? now;
  let terms = termsAt(ticket, run.startedAt, book);
  let target = terms?.targets[run.target];
  let base = terms && target ? baseOf(run.startedAt, terms, target, [], book) : undefined;
  const pauses: Pause[] = [];
  const changes: DueChange[] = [];
  let pausedSince: { readonly at: Instant; readonly because: Pause['because'] } | undefined;
  let status: Ticket['status'] = 'new';
  let round = 0;
  let promisedAt = run.startedAt;

  const due = () => base && momentOf(base, 1);
  const settlePause = (at: Instant) => {
    if (!pausedSince) return;
    const { at: from, because } = pausedSince;
    if (from < at) {
      const pause = { from, to: at, because };
      pauses.push(pause);
      base?.pauses.push(pause);
    }
    pausedSince = undefined;
  };
  const startPause = (at: Instant) => {
    const because = pauseBy(status, run.target, target);
    const dueAt = due();
    if (because !== undefined && dueAt !== undefined && dueAt > at) pausedSince = { at, because };
  };
  const change = (at: Instant, by: DueChange['by'], why: DueChange['why'], to: Base | undefined) => {
    const was = due();
    base = to;
    const now = due();
    if (was === now) return;
    changes.push({ at, by, why, was, due: now });
    round += 1;
    promisedAt = at;
  };

  for (const happening of happeningsOf(ticket, run, until)) {
    const { at } = happening;
    settlePause(at);
    switch (happening.what) {
      case 'status':
        status = happening.status;
        break;
      case 'policy': {
        const next = book.terms(happening.policy);
        const promised = next?.targets[run.target];
        // Without a word on this target in the new policy, what was promised stands.
        if (!next || !promised) break;
        terms = next;
        target = promised;
        const counted = baseOf(run.startedAt, next, promised, pauses, book);
        const dueAt = due();
        // What is late by both stays as late as it was; a new policy forgives nothing by its floor.
        const isLate = dueAt !== undefined && dueAt <= at && momentOf(counted, 1) <= at;
        if (!isLate) change(at, happening.policy.by, 'policy', notBefore(counted, at, next));
        break;
      }
      case 'extended':
        change(at, happening.by, 'extended', {
          at,
          ms: Math.max(0, millisecondsBetween(at, happening.dueAt)),
          calendar: alwaysOpen,
          pauses: [],
        });
        break;
      case 'floor': {
        const dueAt = due();
        const isMovedByIt = happening.waitingSince === run.startedAt;
        if (base && terms && dueAt !== undefined && (dueAt > at || isMovedByIt)) {
          change(at, happening.by, happening.why, notBefore(base, at, terms));
        }
      }
    }
    startPause(at);
  }
  const stillPaused = run.end === undefined ? pausedSince?.at : undefined;
  const because = pausedSince?.because;
  settlePause(until);
  if (!base || !terms || !target) return undefined;
  const { calendar } = base;
  const last = pauses.at(-1);
  const shown =
    stillPaused === undefined || because === undefined
      ? pauses
      : [...(last?.from === stillPaused ? pauses.slice(0, -1) : pauses), { from: stillPaused, because }];
  const standing = base;
  return {
    terms,
    target,
    calendar,
    momentAt: (share) => momentOf(standing, share),
    dueAt: momentOf(standing, 1),
    counted: { from: standing.at, ms: standing.ms },
    pauses: shown,
    pausedSince: stillPaused,
    changes,
    round,
    promisedAt,
  };
}

function momentOf({ at, ms, calendar, pauses }: Base, share: number): Instant {
  let moment = addBusiness(at, ms * share, calendar);
  for (const { from, to } of pauses) {
    if (to === undefined || from >= moment) break;
    moment = addBusiness(moment, businessElapsed(from, to, calendar), calendar);
  }
  return moment;
}

function baseOf(
  at: Instant,
  terms: Terms,
  target: TargetTerms,
  pauses: readonly Pause[],
  book: PolicyBook,
): Base {
  const calendar = book.calendar(terms.edition, target.calendar);
  return { at, ms: target.withinMs, calendar, pauses: [...pauses] };
}

/** The same, unless it would be due within the floor after a change. */
function notBefore(base: Base, at: Instant, { floorMs }: Terms): Base {
  return momentOf(base, 1) >= addBusiness(at, floorMs, base.calendar)
    ? base
    : { at, ms: floorMs, calendar: base.calendar, pauses: [] };
}

function termsAt(ticket: Ticket, at: Instant, book: PolicyBook): Terms | undefined {
  const pins = ticket.policies ?? [];
  const pin = pins.findLast((each) => each.at <= at) ?? pins[0];
  return pin && book.terms(pin);
}

function pauseBy(
  status: Ticket['status'],
  of: SlaTarget,
  terms: TargetTerms | undefined,
): Pause['because'] | undefined {
  if (of === 'total_resolution' && (status === 'solved' || status === 'closed')) return 'solved';
  if (status !== 'pending' && status !== 'on_hold') return undefined;
  return terms?.pauses.includes(status) ? status : undefined;
}

/** What moved the due time of a run, in order; the first entry is where the ticket stood when it began. */
function happeningsOf(ticket: Ticket, run: Run, until: Instant): readonly Happening[] {
  const { startedAt } = run;
  const during = ({ at }: { readonly at: Instant }) => at > startedAt && at <= until;
  const firstPin = ticket.policies?.[0];
  const happenings: Happening[] = [
    ...ticket.statusLog.filter(during).map(({ at, status }) => ({ at, what: 'status' as const, status })),
    ...(ticket.policies ?? [])
      .filter((policy) => during(policy) && policy !== firstPin)
      .map((policy) => ({ at: policy.at, what: 'policy' as const, policy })),
    ...(ticket.extensions ?? [])
      .filter((extension) => extension.target === run.target && during(extension))
      .map(({ at, by, dueAt }) => ({ at, what: 'extended' as const, dueAt, by })),
    ...floorsOf(ticket).filter(during),
  ];
  const status = ticket.statusLog.findLast(({ at }) => at <= startedAt)?.status ?? 'new';
  return [
    { at: startedAt, what: 'status', status },
    ...happenings.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  ];
}

function floorsOf(ticket: Ticket): readonly (Floor & { readonly at: Instant })[] {
  return [
    ...ticket.reopened.map(({ at, by }) => ({ at, by, what: 'floor' as const, why: 'reopened' as const })),
    ...ticket.absorbed.map(({ at, waitingSince }) => ({
      at,
      by: 'desk' as const,
      what: 'floor' as const,
      why: 'merged' as const,
      waitingSince,
    })),
    ...(ticket.unmergedAt === undefined
      ? []
      : [{ at: ticket.unmergedAt, by: 'desk' as const, what: 'floor' as const, why: 'unmerged' as const }]),
  ];
}
