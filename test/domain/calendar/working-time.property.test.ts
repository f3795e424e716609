import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, weekdays } from '../../../src/domain/calendar/calendar.ts';
import { addBusiness, businessElapsed, stretchesOf } from '../../../src/domain/calendar/working-time.ts';
import { day, laterBy, millisecondsBetween, minute } from '../../../src/domain/time.ts';
import { aCalendarAndMoment, aWhile, changes, zones } from './any-calendar.ts';
import { minuteWalk } from './minute-walk.ts';

const aSpan = fc.integer({ min: 0, max: 60 * day });

test('the working time until a due time is what was promised', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aWhile, ({ at, calendar }, promised) => {
      expect(businessElapsed(at, addBusiness(at, promised, calendar), calendar)).toBe(promised);
    }),
    { numRuns: 250 },
  );
});

test('a due time is the earliest moment that keeps the promise', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aWhile, ({ at, calendar }, promised) => {
      fc.pre(promised > 0);
      const justBefore = laterBy(addBusiness(at, promised, calendar), -1);
      expect(businessElapsed(at, justBefore, calendar)).toBe(promised - 1);
    }),
    { numRuns: 250 },
  );
});

test('adding twice is adding the sum', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aWhile, aWhile, ({ at, calendar }, first, then) => {
      const twice = addBusiness(addBusiness(at, first, calendar), then, calendar);
      expect(twice).toBe(addBusiness(at, first + then, calendar));
    }),
    { numRuns: 250 },
  );
});

test('the parts of a time have together the working time of the whole', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aSpan, aSpan, ({ at, calendar }, first, then) => {
      const middle = laterBy(at, first);
      const end = laterBy(middle, then);
      const parts = businessElapsed(at, middle, calendar) + businessElapsed(middle, end, calendar);
      expect(parts).toBe(businessElapsed(at, end, calendar));
    }),
    { numRuns: 250 },
  );
});

test('the stretches of a time join without gaps and their open ones are its working time', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, aSpan, ({ at, calendar }, length) => {
      fc.pre(length > 0);
      const end = laterBy(at, length);
      const stretches = stretchesOf(at, end, calendar);
      expect(stretches.map(({ from }) => from)).toEqual([at, ...stretches.slice(0, -1).map(({ to }) => to)]);
      expect(stretches.at(-1)?.to).toBe(end);
      expect(stretches.every(({ from, to }) => from < to)).toBe(true);
      const open = stretches.filter((stretch) => stretch.open);
      const sum = open.reduce((total, { from, to }) => total + millisecondsBetween(from, to), 0);
      expect(sum).toBe(businessElapsed(at, end, calendar));
    }),
    { numRuns: 250 },
  );
});

test('looking at the wall clock each minute gives the same working time', () => {
  fc.assert(
    fc.property(aCalendarAndMoment, fc.integer({ min: 0, max: 2 * 1440 }), ({ at, calendar }, minutes) => {
      const from = `${at.slice(0, 16)}:00.000Z`;
      const to = laterBy(from, minutes * minute);
      expect(businessElapsed(from, to, calendar)).toBe(minuteWalk(from, to, calendar));
    }),
    { numRuns: 120 },
  );
});

test.each(zones)(
  'a calendar open all day in %s counts plain time over every change of the clock',
  (timezone) => {
    const allDay = Object.fromEntries(weekdays.map((each) => [each, [{ from: 0, to: 1440 }]]));
    const calendar: Calendar = { name: 'all day', timezone, hours: 'week', week: allDay, holidays: [] };
    for (const change of changes.get(timezone) ?? []) {
      const from = new Date(change - 3 * day - 1).toISOString();
      const to = new Date(change + 3 * day).toISOString();
      expect(businessElapsed(from, to, calendar)).toBe(6 * day + 1);
      expect(stretchesOf(from, to, calendar)).toEqual([{ from, to, open: true }]);
    }
  },
);
