import { day } from '../time.ts';
import type { Calendar, Holiday } from './calendar.ts';
import { type YearHours, yearHours } from './year-hours.ts';

/** A calendar whose years are worked out when they are first asked for, and kept as long as the calendar object. */
export type CompiledCalendar = {
  /** The hours of a local year. */
  readonly year: (year: number) => YearHours;
  /** The local year a moment (milliseconds since 1970) lies in. */
  readonly yearOf: (moment: number) => number;
};

const compiled = new WeakMap<Calendar, CompiledCalendar>();

/** The compiled form; the same for the same object, which must not change. */
export function compiledCalendar(calendar: Calendar): CompiledCalendar {
  const known = compiled.get(calendar);
  if (known !== undefined) return known;
  const fresh = compile(calendar);
  compiled.set(calendar, fresh);
  return fresh;
}

function compile(calendar: Calendar): CompiledCalendar {
  const years = new Map<number, YearHours>();
  const holidays = new Map<string, Holiday[]>();
  for (const holiday of calendar.holidays) {
    holidays.set(holiday.day, [...(holidays.get(holiday.day) ?? []), holiday]);
  }
  const year = (number: number) => {
    const known = years.get(number);
    if (known !== undefined) return known;
    const fresh = yearHours(calendar, number, (name) => holidays.get(name) ?? []);
    years.set(number, fresh);
    return fresh;
  };
  const yearOf = (moment: number) => {
    const inUtc = new Date(moment).getUTCFullYear();
    // Only a moment near the turn of the year can be in another year on the wall.
    const sinceNewYear = moment - Date.UTC(inUtc, 0, 1);
    if (sinceNewYear > 2 * day && sinceNewYear < 363 * day) return inUtc;
    const { from, to } = year(inUtc);
    if (moment < from) return inUtc - 1;
    return moment < to ? inUtc : inUtc + 1;
  };
  return { year, yearOf };
}
