import { describe, expect, test } from 'vitest';
import { alwaysOpen, type Calendar, type Holiday } from '../../../src/domain/calendar/calendar.ts';
import { addBusiness, businessElapsed, stretchesOf } from '../../../src/domain/calendar/working-time.ts';
import { Invalid, Misconfigured } from '../../../src/domain/errors.ts';
import { day, hour, minute } from '../../../src/domain/time.ts';

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
const workdays = { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive };
const lastHours = [{ from: 22 * 60, to: 24 * 60 }];

function office(changes: Partial<Calendar> = {}): Calendar {
  return {
    name: 'office',
    timezone: 'Europe/Berlin',
    hours: 'week',
    week: workdays,
    holidays: [],
    ...changes,
  };
}

const closedOn = (...holidays: Holiday[]) => office({ holidays });

describe('an office from nine to five in Berlin', () => {
  test('a question on Friday afternoon with four hours to answer is due on Monday', () => {
    expect(addBusiness('2026-11-20T14:30:00.000Z', 4 * hour, office())).toBe('2026-11-23T10:30:00.000Z');
  });

  test('what is asked at night is counted from the morning', () => {
    expect(addBusiness('2026-11-18T22:00:00.000Z', 30 * minute, office())).toBe('2026-11-19T08:30:00.000Z');
  });

  test('a whole working day ends this evening, not tomorrow morning', () => {
    expect(addBusiness('2026-11-18T08:00:00.000Z', 8 * hour, office())).toBe('2026-11-18T16:00:00.000Z');
  });

  test('no time at all is due at once, even at night', () => {
    expect(addBusiness('2026-11-18T22:00:00.123Z', 0, office())).toBe('2026-11-18T22:00:00.123Z');
  });

  test('a week has forty hours, whenever it begins', () => {
    for (const from of ['2026-11-16T00:00:00.000Z', '2026-11-18T11:11:11.111Z', '2026-11-21T12:00:00.000Z']) {
      const to = new Date(Date.parse(from) + 7 * day).toISOString();
      expect(businessElapsed(from, to, office())).toBe(40 * hour);
    }
  });

  test('nothing has passed when the end is not after the start', () => {
    expect(businessElapsed('2026-11-18T10:00:00.000Z', '2026-11-18T10:00:00.000Z', office())).toBe(0);
    expect(businessElapsed('2026-11-18T11:00:00.000Z', '2026-11-18T10:00:00.000Z', office())).toBe(0);
  });

  test('nine in the morning is an hour earlier in UTC once summer time begins', () => {
    expect(addBusiness('2026-03-27T16:00:00.000Z', 1, office())).toBe('2026-03-30T07:00:00.001Z');
  });

  test('a lunch break is no working time', () => {
    const split = [
      { from: 9 * 60, to: 12 * 60 },
      { from: 13 * 60, to: 17 * 60 },
    ];
    const lunching = office({ week: { fri: split } });
    expect(addBusiness('2026-11-20T10:00:00.000Z', 2 * hour, lunching)).toBe('2026-11-20T13:00:00.000Z');
  });

  test('hours that overlap or are out of order count once', () => {
    const untidy = office({
      week: {
        fri: [
          { from: 720, to: 1020 },
          { from: 540, to: 780 },
        ],
      },
    });
    expect(businessElapsed('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z', untidy)).toBe(8 * hour);
  });

  test('February has 21 working days in the leap year 2028', () => {
    expect(businessElapsed('2028-01-31T23:00:00.000Z', '2028-02-29T23:00:00.000Z', office())).toBe(
      21 * 8 * hour,
    );
  });

  test('five years are counted day by day', () => {
    expect(businessElapsed('2021-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z', office())).toBe(
      1304 * 8 * hour,
    );
  });
});

describe('holidays', () => {
  const christmas = { day: '2026-12-25', name: 'Christmas Day' };
  const eve = { day: '2026-12-24', name: 'Christmas Eve', closed: [{ from: 12 * 60, to: 24 * 60 }] };

  test('a holiday is skipped like a weekend', () => {
    expect(addBusiness('2026-12-24T15:00:00.000Z', 2 * hour, closedOn(christmas))).toBe(
      '2026-12-28T09:00:00.000Z',
    );
  });

  test('on half a holiday the morning counts', () => {
    const calendar = closedOn(eve, christmas);
    expect(businessElapsed('2026-12-24T00:00:00.000Z', '2026-12-26T00:00:00.000Z', calendar)).toBe(3 * hour);
    expect(addBusiness('2026-12-24T10:00:00.000Z', 2 * hour, calendar)).toBe('2026-12-28T09:00:00.000Z');
  });

  test('hours closed twice are closed once', () => {
    const calendar = closedOn(eve, { day: '2026-12-24', closed: [{ from: 10 * 60, to: 13 * 60 }] });
    expect(businessElapsed('2026-12-24T00:00:00.000Z', '2026-12-25T00:00:00.000Z', calendar)).toBe(hour);
  });

  test('the turn of the year is no border', () => {
    const calendar = closedOn({ day: '2027-01-01', name: 'New Year' });
    expect(addBusiness('2026-12-31T15:00:00.000Z', 2 * hour, calendar)).toBe('2027-01-04T09:00:00.000Z');
  });

  test('an explanation shows work, nights and holidays by name', () => {
    const stretches = stretchesOf(
      '2026-12-24T10:00:00.000Z',
      '2026-12-28T09:00:00.000Z',
      closedOn(eve, christmas),
    );
    expect(stretches).toEqual([
      { from: '2026-12-24T10:00:00.000Z', to: '2026-12-24T11:00:00.000Z', open: true },
      {
        from: '2026-12-24T11:00:00.000Z',
        to: '2026-12-24T23:00:00.000Z',
        open: false,
        holiday: 'Christmas Eve',
      },
      {
        from: '2026-12-24T23:00:00.000Z',
        to: '2026-12-25T23:00:00.000Z',
        open: false,
        holiday: 'Christmas Day',
      },
      { from: '2026-12-25T23:00:00.000Z', to: '2026-12-28T08:00:00.000Z', open: false },
      { from: '2026-12-28T08:00:00.000Z', to: '2026-12-28T09:00:00.000Z', open: true },
    ]);
  });

  test('a new year begins in Samoa while UTC still writes the old one', () => {
    const samoa = office({ timezone: 'Pacific/Apia', holidays: [{ day: '2026-12-31' }] });
    expect(businessElapsed('2026-12-30T20:00:00.000Z', '2026-12-31T22:00:00.000Z', samoa)).toBe(2 * hour);
    expect(addBusiness('2026-12-31T20:30:00.000Z', hour, samoa)).toBe('2026-12-31T21:30:00.000Z');
  });

  test('the days of one holiday are one stretch, across the turn of the year too', () => {
    const days = ['2026-12-31', '2027-01-01'].map((each) => ({ day: each, name: 'Winter break' }));
    expect(stretchesOf('2026-12-31T01:00:00.000Z', '2027-01-01T20:00:00.000Z', closedOn(...days))).toEqual([
      {
        from: '2026-12-31T01:00:00.000Z',
        to: '2027-01-01T20:00:00.000Z',
        open: false,
        holiday: 'Winter break',
      },
    ]);
  });

  test('a holiday without a name says that it is one', () => {
    const [stretch] = stretchesOf(
      '2026-12-25T08:00:00.000Z',
      '2026-12-25T09:00:00.000Z',
      closedOn({ day: '2026-12-25' }),
    );
    expect(stretch?.holiday).toBe('holiday');
  });
});

describe('when the clock changes', () => {
  const allDay = [{ from: 0, to: 1440 }];
  const openOn = (timezone: string, week: Calendar['week']) => office({ timezone, week });

  const sundays: readonly [string, string, string, number][] = [
    ['in spring a Sunday in Berlin has 23 hours', 'Europe/Berlin', '2026-03-29', 23],
    ['in autumn a Sunday in Berlin has 25 hours', 'Europe/Berlin', '2026-10-25', 25],
    ['in spring a Sunday in New York has 23 hours', 'America/New_York', '2026-03-08', 23],
    ['in autumn a Sunday in New York has 25 hours', 'America/New_York', '2026-11-01', 25],
    ['on Lord Howe Island the clock moves by half an hour', 'Australia/Lord_Howe', '2026-04-05', 24.5],
    ['in Santiago Sunday has no midnight in spring', 'America/Santiago', '2026-09-06', 23],
    ['in São Paulo Sunday had no midnight in spring', 'America/Sao_Paulo', '2018-11-04', 23],
    ['in Casablanca Ramadan gives an hour back', 'Africa/Casablanca', '2026-02-15', 25],
    ['in Kathmandu a Sunday always has 24 hours', 'Asia/Kathmandu', '2026-03-29', 24],
  ];
  test.each(sundays)('%s', (_name, timezone, sunday, hours) => {
    const from = new Date(Date.parse(`${sunday}T12:00:00.000Z`) - 2 * day).toISOString();
    const to = new Date(Date.parse(from) + 4 * day).toISOString();
    expect(businessElapsed(from, to, openOn(timezone, { sun: allDay }))).toBe(hours * hour);
  });

  test('in Santiago the Saturday that gets its last hour twice has 25 hours', () => {
    const saturdays = openOn('America/Santiago', { sat: allDay });
    expect(businessElapsed('2026-04-03T12:00:00.000Z', '2026-04-06T12:00:00.000Z', saturdays)).toBe(
      25 * hour,
    );
    const evenings = openOn('America/Santiago', { sat: lastHours });
    expect(businessElapsed('2026-04-03T12:00:00.000Z', '2026-04-06T12:00:00.000Z', evenings)).toBe(3 * hour);
  });

  test('the Friday that Samoa left out was no working time', () => {
    const fridays = openOn('Pacific/Apia', { fri: nineToFive });
    expect(businessElapsed('2011-12-25T00:00:00.000Z', '2012-01-03T00:00:00.000Z', fridays)).toBe(0);
    expect(addBusiness('2011-12-29T00:00:00.000Z', hour, fridays)).toBe('2012-01-05T20:00:00.000Z');
  });

  test('a shift that begins in the hour left out begins when the clock has jumped', () => {
    const shift = openOn('Europe/Berlin', { sun: [{ from: 150, to: 240 }] });
    expect(businessElapsed('2026-03-29T00:00:00.000Z', '2026-03-29T12:00:00.000Z', shift)).toBe(hour);
    expect(addBusiness('2026-03-28T12:00:00.000Z', 1, shift)).toBe('2026-03-29T01:00:00.001Z');
  });

  test('of an hour that comes twice the first one is meant', () => {
    const shift = openOn('Europe/Berlin', { sun: [{ from: 60, to: 150 }] });
    expect(addBusiness('2026-10-24T12:00:00.000Z', 90 * minute, shift)).toBe('2026-10-25T00:30:00.000Z');
    const next = openOn('Europe/Berlin', { sun: [{ from: 150, to: 240 }] });
    expect(businessElapsed('2026-10-24T12:00:00.000Z', '2026-10-26T12:00:00.000Z', next)).toBe(2.5 * hour);
  });
});

describe('around the clock', () => {
  test('an hour is an hour at any time', () => {
    expect(addBusiness('2026-12-25T02:30:00.000Z', hour, alwaysOpen)).toBe('2026-12-25T03:30:00.000Z');
    expect(businessElapsed('2026-12-25T02:30:00.000Z', '2026-12-26T02:30:00.000Z', alwaysOpen)).toBe(day);
  });

  test('all time is one open stretch', () => {
    const [from, to] = ['2026-12-25T02:30:00.000Z', '2027-01-26T02:30:00.000Z'] as const;
    expect(stretchesOf(from, to, alwaysOpen)).toEqual([{ from, to, open: true }]);
    expect(stretchesOf(to, from, alwaysOpen)).toEqual([]);
  });
});

describe('what cannot be', () => {
  const at = '2026-11-20T10:00:00.000Z';

  test('a calendar without hours is named, with what to do', () => {
    const never = office({ name: 'nights', week: {} });
    expect(() => addBusiness(at, 1, never)).toThrow(Misconfigured);
    expect(() => addBusiness(at, 1, never)).toThrow(
      'Calendar nights has no working time within 400 days after 2026-11-20. Give calendars.nights.week some hours, or take holidays out.',
    );
    expect(businessElapsed(at, '2027-11-20T10:00:00.000Z', never)).toBe(0);
  });

  test.each([
    [56, 'is waited for'],
    [58, 'is a mistake'],
  ])('an office open on Mondays only, with %i of them holidays in a row, %s', (weeks, meaning) => {
    const mondays = Array.from({ length: weeks }, (_, week) => ({
      day: new Date(Date.parse('2026-11-23') + week * 7 * day).toISOString().slice(0, 10),
    }));
    const calendar = office({ week: { mon: nineToFive }, holidays: mondays });
    const due = () => addBusiness(at, hour, calendar);
    if (meaning === 'is a mistake') expect(due).toThrow(Misconfigured);
    else expect(due()).toBe('2027-12-20T09:00:00.000Z');
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 101 * 365 * day])('%d ms cannot be added', (wrong) => {
    expect(() => addBusiness(at, wrong, office())).toThrow(Invalid);
    expect(() => addBusiness(at, wrong, alwaysOpen)).toThrow('Working time to add must be');
  });

  test('a promise that takes more than a lifetime of Mondays is refused', () => {
    const quarterHour = office({ week: { mon: [{ from: 0, to: 15 }] } });
    expect(() => addBusiness(at, 365 * day, quarterHour)).toThrow(
      'take more than 100 years in calendar office',
    );
  });

  test('a zone this machine does not know is named', () => {
    const nowhere = office({ timezone: 'Atlantis/Center' });
    expect(() => addBusiness(at, hour, nowhere)).toThrow('knows no time zone Atlantis/Center');
  });
});
