import { alwaysOpen, type Calendar } from '../calendar/calendar.ts';
import { addBusiness } from '../calendar/working-time.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Instant, millisecondsBetween } from '../time.ts';
import type { DueChange, Pause } from './clock.ts';
import { type CountedTime, countedFrom, momentOf, stopped } from './counted-time.ts';
import { type Floor, type Happening, happeningsIn } from './happenings.ts';
import { isResolution, type SlaTarget, type TargetTerms, type Terms } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';
import type { Run } from './run.ts';
import { pinAt, termsAt } from './terms-at.ts';

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

/** A ticket, by which policies it is promised, and `happeningsOf` it. */
export type Told = {
  readonly ticket: Ticket;
  readonly book: PolicyBook;
  readonly happenings: readonly Happening[];
};

/** What is promised now, and since when it is counted. */
type Promised = { readonly terms: Terms; readonly target: TargetTerms; readonly base: CountedTime };
type Terming = Pick<Promised, 'terms' | 'target'>;
type Changing = Pick<DueChange, 'at' | 'by' | 'why'>;

/**
 * The due time of a run by the policies the ticket was pinned to: what was promised, moved by pauses, by a change of
 * policy (counted from the start, with the pauses credited), by an extension, and never nearer than the floor after a
 * change. Once it has passed, neither a pause nor a floor brings it back. Undefined where nothing is promised.
 */
export function dueOf(run: Run, told: Told, now: Instant): DueStory | undefined {
  const { ticket, book, happenings } = told;
  const until = run.end?.at ?? now;
  const changes: DueChange[] = [];
  const pauses: Pause[] = [];
  let start = run.startedAt;
  let promised = firstPromise(ticket, run, book);
  let dueAt = promised && momentOf(promised.base, 1);
  let status: Ticket['status'] = 'new';
  let paused: Pause | undefined;
  let agreed: CountedTime | undefined;
  let facts = pinAt(ticket, run.from)?.facts;

  const settlePause = (to: Instant) => {
    if (paused && paused.from < to && promised && dueAt !== undefined) {
      const { base } = promised;
      const pause = { ...paused, to };
      pauses.push(pause);
      promised = { ...promised, base: stopped(base, pause) };
      if (base === agreed) agreed = promised.base;
      dueAt = momentOf(promised.base, 1);
    }
    paused = undefined;
  };
  const startPause = (from: Instant) => {
    const because = pauseBy(status, run.target, promised?.target);
    if (because !== undefined && dueAt !== undefined && dueAt > from) paused = { from, because };
  };
  const change = (to: Promised, changing: Changing) => {
    const due = momentOf(to.base, 1);
    promised = to;
    if (due !== dueAt) changes.push({ ...changing, was: dueAt, due });
    dueAt = due;
  };
  const floor = ({ at, by, why, intactAt }: Floor) => {
    const brought = run.earlier.filter((request) => request.at === at).map(({ since }) => since);
    if (!promised || dueAt === undefined) return;
    // What was late before stays late; what began only with this was not late here.
    if (dueAt < intactAt && at !== run.from) return;
    const earlier = [...brought, start].sort()[0] ?? start;
    const { terms, target, base } = promised;
    const counted = earlier < start ? baseOf(earlier, promised, pauses, book) : base;
    start = earlier;
    change({ terms, target, base: notBefore(counted, at, terms) }, { at, by, why });
  };

  for (const happening of happeningsIn(happenings, run, until)) {
    const { at } = happening;
    settlePause(at);
    switch (happening.what) {
      case 'status':
        status = happening.status;
        break;
      case 'policy': {
        const terms = book.terms(happening.policy);
        const isSameMatter = JSON.stringify(facts) === JSON.stringify(happening.policy.facts);
        facts = happening.policy.facts;
        const target = terms?.targets[run.target];
        // Without a word on this target in the new policy, what was promised stands.
        if (!terms || !target) break;
        // Promised the same again, or what is paused alone: the floor is for what changes.
        if (promised && isSameTime(promised, { terms, target }, book)) {
          promised = { ...promised, terms, target };
          break;
        }
        const base = baseOf(start, { terms, target }, pauses, book);
        // What is late by both stays as late as it was; a new policy forgives nothing by its floor.
        if (dueAt !== undefined && dueAt < at && momentOf(base, 1) < at) break;
        // What the requester agreed to stands while it is about the same matter; more time never puts it off.
        const isKept = isSameMatter || (dueAt !== undefined && momentOf(base, 1) > dueAt);
        if (promised && promised.base === agreed && isKept) {
          promised = { ...promised, terms, target };
          break;
        }
        const changing = { at, by: happening.policy.by, why: 'policy' as const };
        change({ terms, target, base: notBefore(base, at, terms) }, changing);
        break;
      }
      case 'extended':
        // A later time that was agreed to never makes it sooner.
        if (promised && dueAt !== undefined && happening.dueAt > dueAt) {
          const ms = Math.max(0, millisecondsBetween(at, happening.dueAt));
          const base = countedFrom(at, ms, alwaysOpen, []);
          agreed = base;
          change({ ...promised, base }, { at, by: happening.by, why: 'extended' });
        }
        break;
      case 'floor':
        floor(happening);
    }
    startPause(at);
  }
  const stillPaused = run.end ? undefined : paused;
  settlePause(until);
  if (!promised || dueAt === undefined) return undefined;
  const { terms, target, base } = promised;
  return {
    terms,
    target,
    calendar: base.calendar,
    momentAt: (share) => momentOf(base, share),
    dueAt,
    counted: { from: base.at, ms: base.ms },
    pauses: joined(
      stillPaused ? [...pauses.filter(({ from }) => from < stillPaused.from), stillPaused] : pauses,
    ),
    pausedSince: stillPaused?.from,
    changes,
    round: changes.length,
    promisedAt: changes.at(-1)?.at ?? run.startedAt,
  };
}

/** What happens during a pause cuts it in pieces that are still one. */
function joined(pauses: readonly Pause[]): readonly Pause[] {
  const whole: Pause[] = [];
  for (const pause of pauses) {
    const last = whole.at(-1);
    const goesOn = last?.to === pause.from && last.because === pause.because;
    if (goesOn) whole.pop();
    whole.push(goesOn ? { ...pause, from: last.from } : pause);
  }
  return whole;
}

/** All that is promised, counted from a moment on, with the pauses since. */
function baseOf(
  at: Instant,
  { terms, target }: Terming,
  pauses: readonly Pause[],
  book: PolicyBook,
): CountedTime {
  return countedFrom(at, target.withinMs, book.calendar(terms.edition, target.calendar), pauses);
}

function isSameTime(one: Terming, other: Terming, book: PolicyBook): boolean {
  const calendarOf = ({ terms, target }: Terming) => book.calendar(terms.edition, target.calendar);
  const [before, after] = [calendarOf(one), calendarOf(other)];
  return (
    one.target.withinMs === other.target.withinMs &&
    (before === after || JSON.stringify(before) === JSON.stringify(after))
  );
}

/** The same, unless it would be due within the floor after a change. */
function notBefore(base: CountedTime, at: Instant, { floorMs }: Terms): CountedTime {
  return momentOf(base, 1) >= addBusiness(at, floorMs, base.calendar)
    ? base
    : countedFrom(at, floorMs, base.calendar, []);
}

/** By the policy that held when the ticket began to owe it. */
function firstPromise(ticket: Ticket, run: Run, book: PolicyBook): Promised | undefined {
  const terms = termsAt(ticket, run.from, book);
  const target = terms?.targets[run.target];
  return terms && target && { terms, target, base: baseOf(run.startedAt, { terms, target }, [], book) };
}

function pauseBy(
  status: Ticket['status'],
  of: SlaTarget,
  terms: TargetTerms | undefined,
): Pause['because'] | undefined {
  if (status === 'solved' || status === 'closed') return isResolution(of) ? 'solved' : undefined;
  if (status !== 'pending' && status !== 'on_hold') return undefined;
  return terms?.pauses.includes(status) ? status : undefined;
}
