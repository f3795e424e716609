import { z } from 'zod';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Local minutes since midnight, `from` before `to`; 1440 is the end of the day. */
export const Interval = z.strictObject({
  from: z.int().min(0).max(1439),
  to: z.int().min(1).max(1440),
});
export type Interval = z.infer<typeof Interval>;

/** A day on which the desk keeps other hours. Without `closed` the whole day is free. */
export const Holiday = z.strictObject({
  /** Local day, `2026-12-25`. */
  day: z.iso.date(),
  name: z.string().optional(),
  closed: z.array(Interval).optional(),
});
export type Holiday = z.infer<typeof Holiday>;

/** The hours in which a promise to customers runs. It belongs to the promise, not to the agent. */
export const Calendar = z.strictObject({
  name: z.string(),
  /** IANA zone in which hours and days are meant. */
  timezone: z.string(),
  /** `always`: around the clock, every day; the rest says nothing then. */
  hours: z.enum(['always', 'week']),
  /** Several intervals a day; a day without any is free. Sorted, not overlapping. */
  week: z.partialRecord(z.enum(weekdays), z.array(Interval)),
  holidays: z.array(Holiday),
});
export type Calendar = z.infer<typeof Calendar>;

/** Around the clock: the calendar of a desk that names none. */
export const alwaysOpen: Calendar = {
  name: 'always',
  timezone: 'UTC',
  hours: 'always',
  week: {},
  holidays: [],
};
