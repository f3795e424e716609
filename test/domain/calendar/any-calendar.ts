import { tzOffset } from '@date-fns/tz';
import fc from 'fast-check';
import {
  type Calendar,
  type Holiday,
  type Interval,
  weekdays,
} from '../../../src/domain/calendar/calendar.ts';
import { day, hour, instant, minute } from '../../../src/domain/time.ts';

/** Zones that change at night, at midnight, by half an hour, for Ramadan, by a whole day, never, and by 45 minutes from others. */
export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Havana',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
] as const;

const january2006 = Date.UTC(2006, 0, 1);
const years = 26;

/** The moments at which the clock of a zone changed from 2006 to 2031. */
function changesOf(timezone: string): readonly number[] {
  const offset = (at: number) => tzOffset(timezone, new Date(at));
  const found: number[] = [];
  let known = offset(january2006);
  for (let at = january2006 + day; at < january2006 + years * 365 * day; at += day) {
    const next = offset(at);
    if (next === known) continue;
    let quarter = at - day;
    while (offset(quarter) === known) quarter += 15 * minute;
    found.push(quarter);
    known = next;
  }
  return found;
}

export const changes: ReadonlyMap<string, readonly number[]> = new Map(
  zones.map((zone) => [zone, changesOf(zone)]),
);

/** A moment, often near a change of the clock, the turn of a year or a leap day. */
const anyMoment = (zone: (typeof zones)[number]) => {
  const change = changes.get(zone) ?? [];
  const edges = [
    Date.UTC(2011, 11, 30, 10),
    Date.UTC(2024, 1, 29, 12),
    Date.UTC(2025, 11, 31, 12),
    Date.UTC(2026, 0, 1, 6),
    Date.UTC(2028, 1, 29),
  ];
  return fc.oneof(
    fc.integer({ min: january2006, max: january2006 + years * 365 * day }),
    fc
      .tuple(fc.constantFrom(...edges, ...change), fc.integer({ min: -2 * day, max: 2 * day }))
      .map(([edge, beside]) => edge + beside),
  );
};

const anyInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([a, b]) => ({ from: Math.min(a, b - 1) * 15, to: Math.max(a + 1, b) * 15 }));

const apart = (intervals: readonly Interval[]) =>
  intervals
    .toSorted((a, b) => a.from - b.from)
    .filter((each, index, all) => all.slice(0, index).every(({ to }) => to <= each.from));

const anyDay = fc.array(anyInterval, { maxLength: 4 }).map(apart);

/** Days without hours are frequent; at least one day a week has some. */
const anyWeek = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...weekdays), anyDay), { maxLength: 7 }),
    fc.constantFrom(...weekdays),
    anyInterval,
  )
  .map(([days, open, hours]) => ({ ...Object.fromEntries(days), [open]: [hours] }));

const anyHoliday = (moment: fc.Arbitrary<number>): fc.Arbitrary<Holiday> =>
  fc
    .tuple(moment, fc.option(fc.array(anyInterval, { minLength: 1, maxLength: 2 }), { nil: undefined }))
    .map(([at, closed]) => ({
      day: instant(at).slice(0, 10),
      ...(closed === undefined ? {} : { closed }),
    }));

/** A calendar with a moment in its life that is often an awkward one, and holidays near it. */
export const aCalendarAndMoment = fc.constantFrom(...zones).chain((timezone) =>
  anyMoment(timezone).chain((at) => {
    const near = fc.integer({ min: -5 * day, max: 5 * day }).map((beside) => at + beside);
    return fc.record({
      at: fc.constant(instant(at)),
      calendar: fc.record({
        name: fc.constant('office'),
        timezone: fc.constant(timezone),
        hours: fc.constant('week' as const),
        week: anyWeek,
        holidays: fc.array(anyHoliday(near), { maxLength: 5 }),
      }) satisfies fc.Arbitrary<Calendar>,
    });
  }),
);

/** Working time to add: from nothing to many weeks of an office, often whole hours. */
export const aWhile = fc.oneof(
  fc.integer({ min: 0, max: 8 * day }),
  fc.integer({ min: 0, max: 200 }).map((hours) => hours * hour),
);
