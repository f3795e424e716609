import type { Holiday } from '../domain/calendar/calendar.ts';
import { Invalid } from '../domain/errors.ts';
import { day, minute } from '../domain/time.ts';
import { icalEvents, type Occurrence, type Years } from './ical-events.ts';

/**
 * The years for which repeating holidays are written out. Fixed, not counted from today: the same files then give the
 * same calendar at every start, so a promise made under it can be worked out again later and comes out the same.
 */
export const holidayYears: Years = { from: 2020, to: 2050 };

// Long enough for every public holiday, short enough for a line on a card.
const longestName = 80;

/**
 * The holidays in an iCal file, as local days of `timezone`: an event of whole days makes each of them one, an event
 * with times closes those hours. Throws `Invalid` when the file is broken or has no event in these years.
 */
export function readHolidayFile(
  text: string,
  frame: { readonly timezone: string; readonly years: Years },
): readonly Holiday[] {
  const holidays = icalEvents(text, frame).flatMap(daysOf);
  if (holidays.length === 0) {
    throw new Invalid(`it has no events from ${frame.years.from} to ${frame.years.to}`);
  }
  const key = ({ day: each, closed }: Holiday) => `${each} ${closed?.[0]?.from ?? 0}`;
  return holidays.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function daysOf({ from, to, name }: Occurrence): readonly Holiday[] {
  const days: Holiday[] = [];
  for (let midnight = Math.floor(from / day) * day; midnight < to; midnight += day) {
    const begins = Math.max(0, Math.floor((from - midnight) / minute));
    const ends = Math.min(1440, Math.ceil((to - midnight) / minute));
    days.push({
      day: new Date(midnight).toISOString().slice(0, 10),
      ...(name !== '' && { name: name.slice(0, longestName) }),
      ...((begins > 0 || ends < 1440) && { closed: [{ from: begins, to: ends }] }),
    });
  }
  return days;
}
