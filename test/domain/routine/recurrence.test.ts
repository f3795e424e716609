import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Weekday, weekdays } from '../../../src/domain/calendar/calendar.ts';
import {
  nextRun,
  type Recurrence,
  recurrenceWords,
  workingDays,
} from '../../../src/domain/routine/recurrence.ts';
import { day, hour, type Instant, laterBy, minute } from '../../../src/domain/time.ts';
import { aMoment, aZone, zones } from './a-zone.ts';

const wall = (at: string, days: readonly Weekday[] = weekdays): Recurrence => ({ at, days, zone: 'desk' });

/** The times of a rule one after the other, as a desk that never misses one runs it. */
function runs(when: Recurrence, from: Instant, timezone: string, count: number): readonly Instant[] {
  const times = [nextRun(when, from, timezone)];
  while (times.length < count) times.push(nextRun(when, times.at(-1) ?? from, timezone));
  return times;
}

/** What a clock on the wall shows, by another way than the code under test. */
function shownIn(timezone: string, at: Instant) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    time: `${part('hour')}:${part('minute')}`,
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday').toLowerCase(),
  };
}

const aTime = fc
  .integer({ min: 0, max: 1439 })
  .map((of) => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`);
const someDays = fc.subarray([...weekdays], { minLength: 1 });

describe('a rule of the wall clock', () => {
  test('is nine o’clock in winter and in summer', () => {
    expect(nextRun(wall('09:00', workingDays), '2026-03-27T12:00:00.000Z', 'Europe/Berlin')).toBe(
      '2026-03-30T07:00:00.000Z',
    );
    expect(nextRun(wall('09:00', workingDays), '2026-10-23T12:00:00.000Z', 'Europe/Berlin')).toBe(
      '2026-10-26T08:00:00.000Z',
    );
  });

  test('that the clock jumps over comes with the first minute after the jump, once', () => {
    expect(runs(wall('02:30'), '2026-03-28T12:00:00.000Z', 'Europe/Berlin', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  test('that comes twice runs once, the first time', () => {
    expect(runs(wall('02:30'), '2026-10-24T12:00:00.000Z', 'Europe/Berlin', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  test('at a midnight that is left out comes when the day begins', () => {
    expect(nextRun(wall('00:00'), '2026-09-05T12:00:00.000Z', 'America/Santiago')).toBe(
      '2026-09-06T04:00:00.000Z',
    );
  });

  test('is always ahead, within a week and two days', () => {
    fc.assert(
      fc.property(aTime, someDays, aMoment, aZone, (at, days, now, zone) => {
        const next = nextRun(wall(at, days), now, zone);
        expect(next > now && next <= laterBy(now, 9 * day)).toBe(true);
      }),
    );
  });

  test('keeps its local time and its days all year in every zone; only a jump of the clock moves it, and forward', () => {
    fc.assert(
      fc.property(aTime, someDays, aMoment, aZone, (at, days, now, zone) => {
        for (const moment of runs(wall(at, days), now, zone, 12)) {
          const shown = shownIn(zone, moment);
          const before = shownIn(zone, laterBy(moment, -minute));
          const isJumpedOver = shown.time > at && (before.time < at || before.date < shown.date);
          expect(days).toContain(shown.weekday);
          expect(shown.time === at || isJumpedOver).toBe(true);
        }
      }),
    );
  });

  test('comes exactly once on each of its days', () => {
    fc.assert(
      fc.property(aTime, aMoment, aZone, (at, now, zone) => {
        const dates = runs(wall(at), now, zone, 400).map((moment) => shownIn(zone, moment).date);
        expect(new Set(dates).size).toBe(400);
        const span = Date.parse(dates.at(-1) ?? '') - Date.parse(dates[0] ?? '');
        expect(span / day).toBe(399);
      }),
      { numRuns: 25 },
    );
  });

  test('does not depend on how often it was missed', () => {
    fc.assert(
      fc.property(aTime, someDays, aMoment, aZone, (at, days, now, zone) => {
        const when = wall(at, days);
        const [, , third = ''] = runs(when, now, zone, 3);
        expect(nextRun(when, laterBy(third, -1), zone)).toBe(third);
      }),
    );
  });

  test('for no day at all is a mistake that is said', () => {
    expect(() => nextRun(wall('09:00', []), '2026-11-20T10:00:00.000Z', 'UTC')).toThrow('no day of the week');
  });
});

test('an interval counts from now, whatever the clock on the wall does', () => {
  for (const zone of zones) {
    expect(nextRun({ every: hour }, '2026-03-29T00:30:00.000Z', zone)).toBe('2026-03-29T01:30:00.000Z');
  }
});

test('a rule is worded as it is read', () => {
  expect(recurrenceWords(wall('09:00', workingDays))).toBe('09:00, mon tue wed thu fri');
  expect(recurrenceWords({ every: hour })).toBe('every 1 h');
  expect(recurrenceWords({ every: 15 * minute })).toBe('every 15 min');
});
