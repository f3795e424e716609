import { Invalid, Misconfigured } from '../errors.ts';
import type { Instant } from '../time.ts';
import { day, instant } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { compiledCalendar } from './compiled-calendar.ts';
import { spansOf } from './spans-of.ts';
import type { YearHours } from './year-hours.ts';

/** A piece of time that is all working time or all free; a free one that is a holiday says so. */
export type Stretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly open: boolean;
  readonly holiday?: string;
};

/** A calendar that is closed for longer is a mistake, not a long holiday. */
const longestFree = 400 * day;
const longestYears = 100;

/** Milliseconds of working time between two moments; 0 when `to` is not after `from`. */
export function businessElapsed(from: Instant, to: Instant, calendar: Calendar): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (!(start < end)) return 0;
  if (calendar.hours === 'always') return end - start;
  const { year, yearOf } = compiledCalendar(calendar);
  const first = yearOf(start);
  const last = yearOf(end);
  let elapsed = openBefore(year(last), end) - openBefore(year(first), start);
  for (let between = first; between < last; between += 1) elapsed += total(year(between));
  return elapsed;
}

/**
 * The earliest moment at which so much working time has passed since `at`; `at` itself for 0. Throws `Misconfigured`
 * that names the calendar when it has no working time within 400 days, and `Invalid` for a length of time that is
 * negative, not a number, or takes more than 100 years.
 */
export function addBusiness(at: Instant, milliseconds: number, calendar: Calendar): Instant {
  if (!(milliseconds >= 0 && milliseconds < longestYears * 365 * day)) {
    throw new Invalid(
      `Working time to add must be from 0 ms to ${longestYears} years; it is ${milliseconds} ms`,
    );
  }
  const start = Date.parse(at);
  if (milliseconds === 0) return at;
  if (calendar.hours === 'always') return instant(Math.ceil(start + milliseconds));
  const { year, yearOf } = compiledCalendar(calendar);
  const first = yearOf(start);
  let needed = openBefore(year(first), start) + milliseconds;
  let lastOpen = start;
  for (let number = first; number <= first + longestYears; number += 1) {
    const hours = year(number);
    if ((hours.starts[0] ?? hours.to) - lastOpen > longestFree) throw noWorkingTime(calendar, at);
    if (needed <= total(hours)) return instant(Math.ceil(momentAfter(hours, needed)));
    needed -= total(hours);
    lastOpen = Math.max(lastOpen, hours.ends.at(-1) ?? lastOpen);
  }
  throw new Invalid(
    `${milliseconds} ms of working time take more than ${longestYears} years in calendar ${calendar.name}`,
  );
}

/** The time between two moments as working and free stretches, in order and without gaps. */
export function stretchesOf(from: Instant, to: Instant, calendar: Calendar): readonly Stretch[] {
  if (!(from < to)) return [];
  if (calendar.hours === 'always') return [{ from, to, open: true }];
  let reached = from;
  return spansOf(Date.parse(from), Date.parse(to), compiledCalendar(calendar)).map((span) => {
    const begun = reached;
    // There are no gaps, so every moment needs to be written once only.
    reached = instant(span.to);
    return { ...span, from: begun, to: reached };
  });
}

function total({ before }: YearHours): number {
  return before.at(-1) ?? 0;
}

/** The working time of the year before a moment in it. */
function openBefore({ starts, ends, before }: YearHours, moment: number): number {
  const index = lastBelow(starts, moment);
  const start = starts[index];
  if (start === undefined) return 0;
  return (before[index] ?? 0) + Math.min(moment, ends[index] ?? moment) - start;
}

/** The first moment of the year before which `needed` of it was working time; `needed` is above 0. */
function momentAfter({ starts, before }: YearHours, needed: number): number {
  // Below, not at: what ends exactly with an interval is reached at its end, not when the next one begins.
  const index = lastBelow(before, needed);
  return (starts[index] ?? 0) + needed - (before[index] ?? 0);
}

/** Index of the last entry below the value; -1 when there is none. */
function lastBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function noWorkingTime({ name }: Calendar, at: Instant): Misconfigured {
  return new Misconfigured(
    `Calendar ${name} has no working time within 400 days after ${at.slice(0, 10)}. Give calendars.${name}.week some hours, or take holidays out.`,
  );
}
