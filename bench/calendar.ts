import { performance } from 'node:perf_hooks';
import { TZDate } from '@date-fns/tz';
import { alwaysOpen, type Calendar, weekdays } from '../src/domain/calendar/calendar.ts';
import { addBusiness, businessElapsed, stretchesOf } from '../src/domain/calendar/working-time.ts';
import { day, hour, type Instant, instant, minute } from '../src/domain/time.ts';
import { median } from './store-figures.ts';

/**
 * Working time between two moments and due times: the first use of a calendar, which works its years out, and every
 * later one; beside walking the same span day by day and minute by minute on the wall clock, in the same run.
 */
const zones = ['Europe/Berlin', 'America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe'];
const from: Instant = '2022-01-03T08:00:00.000Z';
const fiveYears: Instant = '2027-01-03T08:00:00.000Z';
const aWeek: Instant = '2022-01-10T08:00:00.000Z';

function anOffice(timezone: string): Calendar {
  const hours = [
    { from: 9 * 60, to: 12 * 60 + 30 },
    { from: 13 * 60 + 30, to: 18 * 60 },
  ];
  const holidays = Array.from({ length: 60 }, (_, n) => ({
    day: instant(Date.parse(from) + n * 30 * day).slice(0, 10),
  }));
  return {
    name: 'office',
    timezone,
    hours: 'week',
    week: Object.fromEntries(weekdays.slice(0, 5).map((weekday) => [weekday, hours])),
    holidays,
  };
}

/** What a first attempt looks like: each day's hours by date arithmetic in the zone. */
function dayWalk(start: Instant, end: Instant, { timezone, week, holidays }: Calendar): number {
  const free = new Set(holidays.map((holiday) => holiday.day));
  let open = 0;
  for (let date = new TZDate(start, timezone); ; date.setDate(date.getDate() + 1)) {
    date.setHours(0, 0, 0, 0);
    if (date.getTime() >= Date.parse(end)) return open;
    const name = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) =>
      String(part).padStart(2, '0'),
    );
    if (free.has(name.join('-'))) continue;
    for (const hours of week[weekdays[(date.getDay() + 6) % 7] ?? 'mon'] ?? []) {
      const begins = new TZDate(date).setHours(0, hours.from);
      const ends = new TZDate(date).setHours(0, hours.to);
      open += Math.max(0, Math.min(ends, Date.parse(end)) - Math.max(begins, Date.parse(start)));
    }
  }
}

/** And a simpler one: is the desk open in this minute? */
function minuteWalk(start: Instant, end: Instant, { timezone, week, holidays }: Calendar): number {
  const free = new Set(holidays.map((holiday) => holiday.day));
  let open = 0;
  for (let at = Date.parse(start); at < Date.parse(end); at += minute) {
    const wall = new TZDate(at, timezone);
    const now = wall.getHours() * 60 + wall.getMinutes();
    const hours = week[weekdays[(wall.getDay() + 6) % 7] ?? 'mon'] ?? [];
    if (!hours.some((each) => each.from <= now && now < each.to)) continue;
    const name = [wall.getFullYear(), wall.getMonth() + 1, wall.getDate()].map((part) =>
      String(part).padStart(2, '0'),
    );
    if (!free.has(name.join('-'))) open += minute;
  }
  return open;
}

type Walk = (from: Instant, to: Instant, calendar: Calendar) => unknown;

/** Milliseconds of one call, the median over the zones. */
function timeOf(walk: Walk, to: Instant, rounds: number): number {
  return median(
    zones.map((zone) => {
      const calendar = anOffice(zone);
      walk(from, to, calendar);
      const began = performance.now();
      for (let round = 0; round < rounds; round += 1) walk(from, to, calendar);
      return (performance.now() - began) / rounds;
    }),
  );
}

function firstUse(to: Instant): number {
  return median(
    Array.from({ length: 20 }, () => zones.map(anOffice))
      .flat()
      .map((calendar) => {
        const began = performance.now();
        businessElapsed(from, to, calendar);
        return performance.now() - began;
      }),
  );
}

for (const zone of zones) {
  const calendar = anOffice(zone);
  const ours = businessElapsed(from, fiveYears, calendar);
  if (ours !== dayWalk(from, fiveYears, calendar)) throw new Error(`The day walk disagrees in ${zone}`);
  if (businessElapsed(from, aWeek, calendar) !== minuteWalk(from, aWeek, calendar)) {
    throw new Error(`The minute walk disagrees in ${zone}`);
  }
}

const cold = performance.now();
businessElapsed(from, fiveYears, anOffice('Asia/Kathmandu'));
say(`first use of a zone, five years: ${micro(performance.now() - cold)}`);
say(
  `first use of a calendar, one year / five years: ${micro(firstUse('2022-06-01T00:00:00.000Z'))} / ${micro(firstUse(fiveYears))}`,
);

const elapsed = timeOf(businessElapsed, fiveYears, 100_000);
const days = timeOf(dayWalk, fiveYears, 1);
const elapsedWeek = timeOf(businessElapsed, aWeek, 100_000);
const minutes = timeOf(minuteWalk, aWeek, 2);
say(
  `working time of five years: ${micro(elapsed)}; day by day ${micro(days)}, ${ratio(days, elapsed)} times as long`,
);
say(
  `working time of a week: ${micro(elapsedWeek)}; minute by minute ${micro(minutes)}, ${ratio(minutes, elapsedWeek)} times as long`,
);
say(
  `due time after 4 working hours: ${micro(timeOf((at, _to, calendar) => addBusiness(at, 4 * hour, calendar), aWeek, 100_000))}`,
);
say(
  `due time after 10,000 working hours: ${micro(timeOf((at, _to, calendar) => addBusiness(at, 10_000 * hour, calendar), aWeek, 20_000))}`,
);
say(
  `due time around the clock: ${micro(timeOf((at) => addBusiness(at, 4 * hour, alwaysOpen), aWeek, 100_000))}`,
);
say(
  `stretches of a week: ${micro(timeOf(stretchesOf, aWeek, 2_000))}; of five years: ${micro(timeOf(stretchesOf, fiveYears, 20))}`,
);

function micro(milliseconds: number): string {
  return milliseconds < 1 ? `${(milliseconds * 1000).toFixed(2)} µs` : `${milliseconds.toFixed(1)} ms`;
}

function ratio(slow: number, quick: number): string {
  return Math.round(slow / quick).toLocaleString('en-US');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
