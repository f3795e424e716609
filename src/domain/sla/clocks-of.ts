import { addBusiness } from '../calendar/working-time.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { byTime, type Instant, laterBy, millisecondsBetween, minute } from '../time.ts';
import { type Clock, type Step, type StepName, stepKey } from './clock.ts';
import { type DueStory, dueOf } from './due.ts';
import { happeningsOf } from './happenings.ts';
import type { SlaTarget } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';
import { type Run, startOf } from './run.ts';
import { runsOf } from './runs.ts';
import { withReminder } from './still-late.ts';
import { termsAt } from './terms-at.ts';
import { byToldTime } from './told-time.ts';
import { ifCountable, lostEdition } from './uncounted.ts';

/**
 * Every clock the ticket has or had, by its own policies. Pure: the same events and time give the same clocks. Never
 * throws because of a calendar: a promise that cannot be counted has no clock, and `countClocks` says why.
 */
export function clocksOf(ticket: Ticket, book: PolicyBook, now: Instant): readonly Clock[] {
  return clocksOfRuns(ticket, { book, now }, () => true);
}

/** Those that still run or are paused. */
export function liveClocks(ticket: Ticket, book: PolicyBook, now: Instant): readonly Clock[] {
  return clocksOfRuns(ticket, { book, now }, ({ end }) => end === undefined);
}

/**
 * Those that still run or are paused, with the reminders of what is late: everything somebody may have to be told of.
 * Of the next update of a ticket that is part of an incident the incident itself tells, in its own room.
 */
export function watchedClocks(ticket: Ticket, book: PolicyBook, now: Instant): readonly Clock[] {
  const isToldOf = ({ target }: Clock) => target !== 'next_update' || ticket.incident?.joined !== true;
  return withReminder(ticket, liveClocks(ticket, book, now).filter(isToldOf), { book, now });
}

/** All clocks, and what is owed without one, because its calendar gives no due time: why, in the calendar's own words. */
export type CountedClocks = {
  readonly clocks: readonly Clock[];
  readonly uncounted: readonly { readonly target: SlaTarget; readonly why: string }[];
};

/** Every clock, as `clocksOf` has them, and what could not be counted. */
export function countClocks(ticket: Ticket, book: PolicyBook, now: Instant): CountedClocks {
  return countRuns(ticket, { book, now }, () => true);
}

type At = { readonly book: PolicyBook; readonly now: Instant };
type IsWanted = (run: Run) => boolean;

function clocksOfRuns(ticket: Ticket, at: At, isWanted: IsWanted): readonly Clock[] {
  return countRuns(ticket, at, isWanted).clocks;
}

function countRuns(ticket: Ticket, { book, now }: At, isWanted: IsWanted): CountedClocks {
  if (!ticket.policies) return { clocks: [], uncounted: [] };
  const rulesCount = (at: Instant) => termsAt(ticket, at, book)?.automaticAnswers ?? false;
  const runs = runsOf(ticket, rulesCount).filter(isWanted);
  const told = { ticket, book, happenings: runs.length === 0 ? [] : happeningsOf(ticket) };
  const clocks: Clock[] = [];
  const uncounted: CountedClocks['uncounted'][number][] = [];
  const lost = lostEdition(ticket, book);
  for (const run of runs) {
    let why = lost;
    const clock = ifCountable(
      () => {
        const story = dueOf(run, told, now);
        return story && clockOf(run, byToldTime(run, story, now), now);
      },
      (words) => {
        why = words;
      },
    );
    if (clock) clocks.push(clock);
    else if (run.end === undefined && why !== undefined) uncounted.push({ target: run.target, why });
  }
  return { clocks, uncounted };
}

/** The promise that is due next, or is overdue the longest; none while all are paused. */
export function nextDue(ticket: Ticket, book: PolicyBook, now: Instant): Clock | undefined {
  return [...liveClocks(ticket, book, now)]
    .filter(({ state }) => state === 'running')
    .sort((one, other) => byTime(one.dueAt, other.dueAt))[0];
}

/** Steps that are due and that nobody was told of yet, with their clocks. */
export function dueSteps(
  ticket: Ticket,
  book: PolicyBook,
  now: Instant,
): readonly { readonly clock: Clock; readonly step: Step }[] {
  const told = toldSteps(ticket);
  return watchedClocks(ticket, book, now).flatMap((clock) =>
    clock.steps
      .filter(({ step, at }) => at <= now && !told.has(stepKey(clock, step)))
      .map((step) => ({ clock, step })),
  );
}

/** Keys of the steps somebody was told of. */
export function toldSteps(ticket: Ticket): ReadonlySet<string> {
  return new Set((ticket.notices ?? []).flatMap(({ steps }) => steps.map(({ key }) => key)));
}

function clockOf(run: Run, story: DueStory, now: Instant): Clock {
  const { dueAt, terms, target, changes, pauses, round } = story;
  const until = run.end?.at ?? now;
  const counts = run.end?.how !== 'not_a_request';
  const isBreached = counts && until > dueAt;
  const state = run.end ? 'ended' : story.pausedSince !== undefined ? 'paused' : 'running';
  return {
    id: `${run.target}@${run.from}`,
    target: run.target,
    policy: terms.policy,
    edition: terms.edition,
    promised: { withinMs: target.withinMs, calendar: target.calendar },
    calendar: story.calendar.name,
    counted: story.counted,
    startedAt: startOf(run),
    dueAt,
    state,
    ...(run.end ? { end: run.end } : {}),
    ...(run.told !== undefined && run.told === dueAt ? { told: run.told } : {}),
    pauses,
    changes,
    isBreached,
    overdueMs: isBreached ? millisecondsBetween(dueAt, until) : 0,
    round,
    steps: state === 'running' ? stepsOf(run.target, story, target.warn) : [],
  };
}

/** An update is prepared a quarter of an hour, or a tenth of its time, before it is due; whichever is longer. */
const leastLeadMs = 15 * minute;

/** How long before its due time an update is prepared, and how long after it the next person is told. */
export function leadOf(withinMs: number): number {
  return Math.min(Math.max(leastLeadMs, withinMs / 10), withinMs / 2);
}

function stepsOf(of: SlaTarget, story: DueStory, warn: readonly number[]): readonly Step[] {
  const { momentAt, dueAt, promisedAt, target, calendar, counted } = story;
  const step = (name: StepName, at: Instant): Step => ({ step: name, at });
  const warnings = warn
    .map((percent) => step(`warn_${percent}`, momentAt(percent / 100)))
    // What would have been told before it was promised anew says nothing about the new promise.
    .filter(({ at }) => at >= promisedAt);
  if (of !== 'next_update') return [...warnings, step('due', dueAt)];
  const leadMs = leadOf(target.withinMs);
  const prepareAt = momentAt(1 - Math.min(leadMs / counted.ms, 1 / 2));
  // A calendar that ends here must not hide that the update is due: what follows is told by the wall clock then.
  const lateBy = (ms: number) =>
    ifCountable(() => addBusiness(dueAt, ms, calendar)) ?? laterBy(dueAt, Math.ceil(ms));
  return [
    ...[...warnings, step('prepare', prepareAt)].sort((one, other) => byTime(one.at, other.at)),
    step('due', dueAt),
    step('late_queue', lateBy(leadMs)),
    step('late_manager', lateBy(2 * leadMs)),
  ];
}
