import { businessElapsed, stretchesOf } from '../calendar/working-time.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { Clock, DueChange, Pause } from './clock.ts';
import type { PolicyFacts } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

/** A piece of time in which a clock ran, stood still, or had no working time. */
export type Segment = {
  readonly from: Instant;
  readonly to: Instant;
  readonly what: 'running' | 'paused' | 'outside' | 'holiday';
  /** Why it stood still. */
  readonly because?: Pause['because'];
  /** Name of the holiday. */
  readonly holiday?: string;
};

/** How one due time came about, for whoever asks. */
export type Explanation = {
  readonly clock: Clock;
  readonly promise: {
    readonly withinMs: number;
    /** Name of the calendar, and its zone; no zone for one that runs around the clock. */
    readonly calendar: string;
    readonly timezone: string | undefined;
    /** When the edition began to hold. */
    readonly since: Instant | undefined;
    /** What about the ticket decided which policy holds. */
    readonly facts: PolicyFacts | undefined;
  };
  /** What was counted before it was promised anew; empty when it never was. */
  readonly before: readonly Segment[];
  /** From then on only so much was counted, in milliseconds of working time, because of a change. */
  readonly anew: { readonly at: Instant; readonly ms: number; readonly why?: DueChange['why'] } | undefined;
  /** Until the due time, the end if that was earlier, or now while it is paused. */
  readonly segments: readonly Segment[];
  /** Working time from now until it is due; 0 when it is late or over. */
  readonly leftMs: number;
};

/**
 * The segments that made a due time. Those that ran are together what was promised, or what was promised anew; while
 * it is paused, together with what is left. What came before a new promise is shown as the policy's calendar counts it.
 */
export function explain(ticket: Ticket, clock: Clock, book: PolicyBook, now: Instant): Explanation {
  const { counted, promised, startedAt, dueAt, edition, state } = clock;
  const promisedIn = book.calendar(edition, promised.calendar);
  const countedIn = book.calendar(edition, clock.calendar);
  const stop = state === 'paused' ? now : (clock.end?.at ?? dueAt);
  const until = stop < dueAt ? stop : dueAt;
  const isAnew = counted.from > startedAt;
  const change = clock.changes.findLast(({ at }) => at === counted.from);
  const isLeft = state !== 'ended' && now < dueAt;
  return {
    clock,
    promise: {
      ...promised,
      timezone: promisedIn.hours === 'always' ? undefined : promisedIn.timezone,
      since: book.editions.find((known) => known.edition === edition)?.since,
      facts: ticket.policies?.findLast((pin) => pin.edition === edition)?.facts,
    },
    before: isAnew ? segmentsOf(stretchesOf(startedAt, counted.from, promisedIn), clock.pauses) : [],
    anew: isAnew ? { at: counted.from, ms: counted.ms, ...(change ? { why: change.why } : {}) } : undefined,
    segments: segmentsOf(stretchesOf(counted.from, until, countedIn), clock.pauses),
    leftMs: isLeft ? businessElapsed(now, dueAt, countedIn) : 0,
  };
}

/** Working time is cut where the clock was stopped; free time stays what it is. */
function segmentsOf(stretches: ReturnType<typeof stretchesOf>, pauses: readonly Pause[]): readonly Segment[] {
  const segments: Segment[] = [];
  let next = 0;
  for (const { from, to, open, holiday } of stretches) {
    if (!open) {
      add(
        segments,
        holiday === undefined ? { from, to, what: 'outside' } : { from, to, what: 'holiday', holiday },
      );
      continue;
    }
    let reached = from;
    while (reached < to) {
      while (isOver(pauses[next], reached)) next += 1;
      const pause = pauses[next];
      if (!pause || pause.from >= to) {
        add(segments, { from: reached, to, what: 'running' });
        break;
      }
      if (pause.from > reached) add(segments, { from: reached, to: pause.from, what: 'running' });
      const begun = pause.from > reached ? pause.from : reached;
      reached = pause.to !== undefined && pause.to < to ? pause.to : to;
      add(segments, { from: begun, to: reached, what: 'paused', because: pause.because });
    }
  }
  return segments;
}

function isOver(pause: Pause | undefined, at: Instant): boolean {
  return pause?.to !== undefined && pause.to <= at;
}

/** Pieces of one kind that touch are one piece. */
function add(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  const isSame =
    last?.to === segment.from &&
    last.what === segment.what &&
    last.because === segment.because &&
    last.holiday === segment.holiday;
  if (isSame) segments[segments.length - 1] = { ...last, to: segment.to };
  else segments.push(segment);
}
