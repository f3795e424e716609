import { day, minute } from '../time.ts';
import type { Calendar, Holiday } from './calendar.ts';
import { dayHours } from './day-hours.ts';
import { weekdayOf } from './wall-clock.ts';
import { momentOf, offsetParts } from './zone-offsets.ts';

/** A piece of a year that a holiday closes; milliseconds since 1970. */
export type ClosedSpan = { readonly from: number; readonly to: number; readonly holiday: string };

/** The working time of one local year; all moments in milliseconds since 1970. */
export type YearHours = {
  readonly from: number;
  readonly to: number;
  /** Open from `starts[i]` until `ends[i]`, sorted, without overlaps. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Working time of the year before `starts[i]`; one entry more than `starts`, the last is that of the whole year. */
  readonly before: Float64Array;
  readonly closed: readonly ClosedSpan[];
};

/** Finds the holidays of a local day such as `2026-12-25`. */
export type HolidaysOf = (day: string) => readonly Holiday[];

/** Works out a year, day by day in the calendar's zone. */
export function yearHours(calendar: Calendar, year: number, holidaysOf: HolidaysOf): YearHours {
  const firstDay = newYear(year);
  const nextYear = newYear(year + 1);
  const parts = offsetParts(calendar.timezone, firstDay, nextYear);
  const starts: number[] = [];
  const ends: number[] = [];
  const closed: ClosedSpan[] = [];
  for (let midnight = firstDay; midnight < nextYear; midnight += day) {
    const hours = dayHours(calendar.week, weekdayOf(midnight), holidaysOf(dayName(midnight)));
    const momentAt = (minutes: number) => momentOf(midnight + minutes * minute, parts);
    for (const { from, to } of hours.open) {
      const start = momentAt(from);
      const end = momentAt(to);
      // Hours that the clock jumps over are no time at all.
      if (start === end) continue;
      starts.push(start);
      ends.push(end);
    }
    for (const { from, to, holiday } of hours.closed) {
      const span = { from: momentAt(from), to: momentAt(to), holiday };
      if (span.from < span.to) closed.push(span);
    }
  }
  return {
    from: momentOf(firstDay, parts),
    to: momentOf(nextYear, parts),
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    before: sums(starts, ends),
    closed,
  };
}

function newYear(year: number): number {
  // Date.UTC reads years below 100 as 19xx.
  return new Date(0).setUTCFullYear(year, 0, 1);
}

function dayName(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10);
}

function sums(starts: readonly number[], ends: readonly number[]): Float64Array {
  const before = new Float64Array(starts.length + 1);
  starts.forEach((start, index) => {
    before[index + 1] = (before[index] ?? 0) + (ends[index] ?? start) - start;
  });
  return before;
}
