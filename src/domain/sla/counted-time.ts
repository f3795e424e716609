import type { Calendar } from '../calendar/calendar.ts';
import { addBusiness, businessElapsed } from '../calendar/working-time.ts';
import type { Instant } from '../time.ts';

/** So much working time from a moment on, and where it stood still since. */
export type CountedTime = {
  readonly at: Instant;
  readonly ms: number;
  readonly calendar: Calendar;
  /** How much had run when it was stopped, and how much working time passed until it went on. */
  readonly stops: readonly { readonly after: number; readonly ms: number }[];
};

/** A stop; those of one count come in order. */
type Stop = { readonly from: Instant; readonly to?: Instant };

/** All of the time counted from a moment, with the stops since; one that still lasts is left out. */
export function countedFrom(
  at: Instant,
  ms: number,
  calendar: Calendar,
  stops: readonly Stop[],
): CountedTime {
  return stops.reduce<CountedTime>(
    (counted, { from, to }) => (to === undefined ? counted : stopped(counted, { from, to })),
    { at, ms, calendar, stops: [] },
  );
}

/** The same, after it stood still for a while. */
export function stopped(
  counted: CountedTime,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): CountedTime {
  const { at, calendar, stops } = counted;
  const stood = stops.reduce((total, { ms }) => total + ms, 0);
  const after = businessElapsed(at, from, calendar) - stood;
  return { ...counted, stops: [...stops, { after, ms: businessElapsed(from, to, calendar) }] };
}

/** When this share (0–1) of it has run. A stop that begins just then or later does not move it. */
export function momentOf({ at, ms, calendar, stops }: CountedTime, share: number): Instant {
  const running = ms * share;
  let total = running;
  for (const stop of stops) {
    if (stop.after >= running) break;
    total += stop.ms;
  }
  return addBusiness(at, total, calendar);
}
