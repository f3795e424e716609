import { alwaysOpen, type Calendar, type Holiday } from '../domain/calendar/calendar.ts';
import { addBusiness } from '../domain/calendar/working-time.ts';
import { DeskError } from '../domain/errors.ts';
import { day } from '../domain/time.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { readHolidayFile } from './holiday-file.ts';
import type { Years } from './ical-events.ts';
import type { LineProblem, Path } from './yaml-text.ts';

type Surroundings = {
  /** Holds for calendars that name no zone of their own. */
  readonly timezone: string;
  /** The years for which repeating holidays are written out. */
  readonly years: Years;
  /** The text of a file beside the desk file; undefined when there is none. */
  readonly readText: (path: string) => string | undefined;
  readonly lineOf: (path: Path) => number;
};

type Reading<T> = { readonly value: T; readonly problems: readonly LineProblem[] };

/** The calendars of the desk, the built-in one first, and what is wrong with their holidays. */
export function readCalendars(
  settings: Readonly<Record<string, CalendarSettings>>,
  surroundings: Surroundings,
): Reading<readonly Calendar[]> {
  const read = Object.entries(settings)
    .filter(([name]) => name !== alwaysOpen.name)
    .map(([name, given]) => readCalendar(name, given, surroundings));
  return {
    value: [alwaysOpen, ...read.map(({ value }) => value)],
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readCalendar(name: string, given: CalendarSettings, surroundings: Surroundings): Reading<Calendar> {
  const { hours = 'week', week = {}, holidays_file: path } = given;
  const timezone = given.timezone ?? surroundings.timezone;
  const file = path === undefined ? {} : readFile(path, timezone, surroundings);
  const holidays = [...given.holidays, ...(file.holidays ?? [])];
  const calendar: Calendar = { name, timezone, hours, week, holidays };
  const key = path === undefined ? 'holidays' : 'holidays_file';
  const line = surroundings.lineOf(['calendars', name, key]);
  if (hours === 'week' && Object.values(week).every((spans) => spans === undefined || spans.length === 0)) {
    const problem = `calendars.${name} has no hours; give it a week, or say hours: always`;
    return { value: calendar, problems: [{ line: surroundings.lineOf(['calendars', name]), problem }] };
  }
  const broken = file.problem && `calendars.${name}.holidays_file names ${path}, ${file.problem}`;
  const problem = broken ?? closedForEver(calendar);
  return { value: calendar, problems: problem === undefined ? [] : [{ line, problem }] };
}

function readFile(
  path: string,
  timezone: string,
  { readText, years }: Surroundings,
): { readonly holidays?: readonly Holiday[]; readonly problem?: string } {
  try {
    const text = readText(path);
    if (text === undefined) return { problem: 'but there is no such file' };
    return { holidays: readHolidayFile(text, { timezone, years }) };
  } catch (error) {
    // Whatever is wrong with the file is listed with the other problems of the settings.
    return {
      problem: `which cannot be used: ${error instanceof Error ? error.message : 'it does not open'}`,
    };
  }
}

// With a working day each week it takes 57 holidays to close 400 days.
const manyHolidays = 57;

/** Says so when holidays leave no working time for more than 400 days. */
function closedForEver(calendar: Calendar): string | undefined {
  if (calendar.hours === 'always') return undefined;
  const days = [...new Set(calendar.holidays.map((holiday) => holiday.day))].toSorted();
  const crowded = days.filter((each, index) => {
    const last = days[index + manyHolidays - 1];
    return last !== undefined && Date.parse(last) - Date.parse(each) <= 400 * day;
  });
  for (const each of crowded) {
    try {
      addBusiness(`${each}T00:00:00.000Z`, 1, calendar);
    } catch (error) {
      // The calendar's own words name it and say how to repair it.
      if (error instanceof DeskError) return error.message;
      throw error;
    }
  }
  return undefined;
}
