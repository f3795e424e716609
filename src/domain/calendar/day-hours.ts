import type { Calendar, Holiday, Interval, Weekday } from './calendar.ts';

/** A closed piece of a day, with the holiday that closes it. */
export type ClosedHours = Interval & { readonly holiday: string };

export type DayHours = { readonly open: readonly Interval[]; readonly closed: readonly ClosedHours[] };

const wholeDay: Interval = { from: 0, to: 1440 };
const namelessHoliday = 'holiday';

/** The open and the closed hours of one local day, each sorted and without overlaps. Other hours are just free. */
export function dayHours(week: Calendar['week'], weekday: Weekday, holidays: readonly Holiday[]): DayHours {
  const regular = merged(week[weekday] ?? []);
  if (holidays.length === 0) return { open: regular, closed: [] };
  const closed: ClosedHours[] = [];
  for (const { name, closed: hours } of holidays) {
    // Where two holidays share hours, the one that stands first names them.
    for (const span of merged(hours ?? [wholeDay])) {
      closed.push(...without([span], closed).map((rest) => ({ ...rest, holiday: name ?? namelessHoliday })));
    }
  }
  closed.sort((a, b) => a.from - b.from);
  return { open: without(regular, closed), closed };
}

function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else result.push({ ...next });
  }
  return result;
}

function without(intervals: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  return taken.reduce<readonly Interval[]>(
    (rest, { from, to }) =>
      rest.flatMap((interval) =>
        [
          { from: interval.from, to: Math.min(interval.to, from) },
          { from: Math.max(interval.from, to), to: interval.to },
        ].filter((piece) => piece.from < piece.to),
      ),
    intervals,
  );
}
