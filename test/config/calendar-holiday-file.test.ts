import { describe, expect, test } from 'vitest';
import { readHolidayFile } from '../../src/config/holiday-file.ts';
import { Invalid } from '../../src/domain/errors.ts';

const years = { from: 2025, to: 2031 };
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...parts: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const read = (text: string, timezone = 'Europe/Berlin') => readHolidayFile(text, { timezone, years });
const holidaysOf = (...lines: readonly string[]) => read(file(event('UID:1', 'SUMMARY:Rest', ...lines)));
const hours = (from: number, to: number) => [{ from: from * 60, to: to * 60 }];

describe('an event of whole days', () => {
  test('closes its day', () => {
    expect(holidaysOf('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226')).toEqual([
      { day: '2026-12-25', name: 'Rest' },
    ]);
  });

  test.each([
    ['without an end', []],
    ['that ends on the day it begins', ['DTEND;VALUE=DATE:20261225']],
    ['with a length', ['DURATION:P1D']],
  ])('%s closes one day', (_name, end) => {
    expect(holidaysOf('DTSTART;VALUE=DATE:20261225', ...end)).toEqual([{ day: '2026-12-25', name: 'Rest' }]);
  });

  test('of several days closes each of them, over the turn of the year too', () => {
    const days = holidaysOf('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102').map(({ day }) => day);
    expect(days).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  });

  test('is the same day in every zone', () => {
    const text = file(event('DTSTART;VALUE=DATE:20261225'));
    expect(read(text, 'Pacific/Apia')).toEqual([{ day: '2026-12-25' }]);
    expect(read(text, 'Pacific/Pago_Pago')).toEqual([{ day: '2026-12-25' }]);
  });
});

describe('an event with times', () => {
  test('closes these hours, in the zone it names', () => {
    const times = [
      'DTSTART;TZID=America/New_York:20261224T120000',
      'DTEND;TZID=America/New_York:20261224T150000',
    ];
    expect(holidaysOf(...times)).toEqual([{ day: '2026-12-24', name: 'Rest', closed: hours(18, 21) }]);
  });

  test('in UTC is turned into local hours', () => {
    expect(holidaysOf('DTSTART:20260701T100000Z', 'DTEND:20260701T120000Z')).toEqual([
      { day: '2026-07-01', name: 'Rest', closed: hours(12, 14) },
    ]);
  });

  test('without a zone is meant in that of the calendar', () => {
    expect(holidaysOf('DTSTART:20261224T140000', 'DURATION:PT2H30M')).toEqual([
      { day: '2026-12-24', name: 'Rest', closed: hours(14, 16.5) },
    ]);
  });

  test('over several days closes the rest of the first, all between and the beginning of the last', () => {
    expect(holidaysOf('DTSTART:20261224T140000', 'DTEND:20261226T080000')).toEqual([
      { day: '2026-12-24', name: 'Rest', closed: hours(14, 24) },
      { day: '2026-12-25', name: 'Rest' },
      { day: '2026-12-26', name: 'Rest', closed: hours(0, 8) },
    ]);
  });

  test('keeps to a zone that only the file itself describes', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Head Office',
      'BEGIN:STANDARD',
      'DTSTART:20000101T000000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const times = ['DTSTART;TZID=Head Office:20261224T120000', 'DTEND;TZID=Head Office:20261224T180000'];
    expect(read(file(...zone, event('SUMMARY:Rest', ...times)))).toEqual([
      { day: '2026-12-24', name: 'Rest', closed: hours(4, 10) },
    ]);
  });

  test('that takes no time closes nothing', () => {
    const moment = event('DTSTART:20261224T140000');
    expect(read(file(moment, event('DTSTART;VALUE=DATE:20261225')))).toEqual([{ day: '2026-12-25' }]);
  });
});

describe('what repeats', () => {
  const days = (...lines: readonly string[]) => holidaysOf(...lines).map(({ day }) => day);

  test('each year is written out from the first to the last year', () => {
    expect(days('DTSTART;VALUE=DATE:19901225', 'RRULE:FREQ=YEARLY')).toEqual(
      [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-12-25`),
    );
  });

  test('on the fourth Thursday of November falls on another date each year', () => {
    const found = days('DTSTART;VALUE=DATE:20241128', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=4');
    expect(found).toEqual(['2025-11-27', '2026-11-26', '2027-11-25']);
  });

  test('on 29 February comes in leap years only', () => {
    expect(days('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY')).toEqual(['2028-02-29']);
  });

  test('on the 31st leaves short months out', () => {
    const found = days('DTSTART;VALUE=DATE:20260131', 'RRULE:FREQ=MONTHLY;COUNT=4');
    expect(found).toEqual(['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']);
  });

  test('on a day that was not there in the year it began is not moved to the next', () => {
    const found = days('DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29');
    expect(found).toEqual(['2028-02-29']);
  });

  test('on the last Monday of May, or each Friday for a while, or some days in a row, is written out', () => {
    expect(days('DTSTART;VALUE=DATE:20260525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2')).toEqual([
      '2026-05-25',
      '2027-05-31',
    ]);
    expect(days('DTSTART;VALUE=DATE:20260703', 'RRULE:FREQ=WEEKLY;UNTIL=20260717')).toHaveLength(3);
    expect(days('DTSTART;VALUE=DATE:20260703', 'RRULE:FREQ=DAILY;COUNT=4').at(-1)).toBe('2026-07-06');
  });

  test('stops when its rule says so, leaves dates out and takes others in', () => {
    const rule = 'RRULE:FREQ=YEARLY;UNTIL=20281231';
    const exceptions = ['EXDATE;VALUE=DATE:20271224', 'RDATE;VALUE=DATE:20290102'];
    expect(days('DTSTART;VALUE=DATE:20261224', rule, ...exceptions)).toEqual([
      '2026-12-24',
      '2028-12-24',
      '2029-01-02',
    ]);
  });

  test('keeps its local hours in summer and winter', () => {
    const found = holidaysOf(
      'DTSTART;TZID=Europe/Berlin:20260101T120000',
      'DTEND;TZID=Europe/Berlin:20260101T140000',
      'RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=3',
    );
    expect(found.map(({ day }) => day)).toEqual(['2026-01-01', '2026-07-01', '2027-01-01']);
    expect(found.every(({ closed }) => closed?.[0]?.from === 720 && closed[0].to === 840)).toBe(true);
  });

  test('and was moved once, is moved in this event only', () => {
    const yearly = (uid: string, day: string) =>
      event(`UID:${uid}`, `SUMMARY:${uid}`, `DTSTART;VALUE=DATE:2026${day}`, 'RRULE:FREQ=YEARLY;COUNT=2');
    const moved = event(
      'UID:a',
      'SUMMARY:a, moved',
      'RECURRENCE-ID;VALUE=DATE:20270501',
      'DTSTART;VALUE=DATE:20270503',
    );
    expect(read(file(yearly('a', '0501'), yearly('b', '0501'), moved))).toEqual([
      { day: '2026-05-01', name: 'a' },
      { day: '2026-05-01', name: 'b' },
      { day: '2027-05-01', name: 'b' },
      { day: '2027-05-03', name: 'a, moved' },
    ]);
  });
});

describe('what is in the file', () => {
  test('in other years does not count', () => {
    const [old, near] = ['20191225', '20261225'].map((day) => event(`DTSTART;VALUE=DATE:${day}`));
    expect(read(file(old!, near!))).toEqual([{ day: '2026-12-25' }]);
  });

  test('and cancelled does not count', () => {
    const cancelled = event('DTSTART;VALUE=DATE:20261226', 'STATUS:CANCELLED');
    expect(read(file(event('DTSTART;VALUE=DATE:20261225'), cancelled))).toEqual([{ day: '2026-12-25' }]);
  });

  test('and marked as leaving people available is a holiday all the same, as public calendars mark theirs', () => {
    expect(holidaysOf('DTSTART;VALUE=DATE:20261225', 'TRANSP:TRANSPARENT')).toHaveLength(1);
  });

  test('may have long and folded names', () => {
    const [holiday] = read(
      file(event('DTSTART;VALUE=DATE:20261225', `SUMMARY:Day of`, ` \\, and for\\, ${'x'.repeat(200)}`)),
    );
    expect(holiday?.name).toMatch(/^Day of, and for, x+$/);
    expect(holiday?.name).toHaveLength(80);
  });

  test('may be several calendars one after the other', () => {
    const [one, two] = ['20261225', '20261226'].map((day) => file(event(`DTSTART;VALUE=DATE:${day}`)));
    expect(read(`${one}${two}`).map(({ day }) => day)).toEqual(['2026-12-25', '2026-12-26']);
  });
});

describe('a file that cannot be used is refused with the reason', () => {
  const wrong: readonly [name: string, text: string, reason: string][] = [
    ['an empty one', '', 'it has no VCALENDAR'],
    [
      'one that was cut off',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026',
      'it is not an iCal file, or it was cut off',
    ],
    ['an address card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD\r\n', 'it has no VCALENDAR'],
    ['one without events', file(), 'it has no events from 2025 to 2031'],
    ['one of other years', file(event('DTSTART;VALUE=DATE:20191225')), 'it has no events from 2025 to 2031'],
    ['an event without a start', file(event('SUMMARY:Rest')), 'its event "Rest": it has no start'],
    [
      'an event that ends before it begins',
      file(event('SUMMARY:Rest', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261220')),
      'its event "Rest": it ends before it begins',
    ],
    [
      'an event in a zone nobody knows',
      file(event('SUMMARY:Rest', 'DTSTART;TZID=Mars/Base:20261225T120000', 'DURATION:PT1H')),
      'its event "Rest": nobody knows its time zone Mars/Base',
    ],
    ['a date that is none', file(event('SUMMARY:Rest', 'DTSTART;VALUE=DATE:20261340')), 'its event "Rest":'],
    [
      'a day its month does not have',
      file(event('SUMMARY:Rest', 'DTSTART;VALUE=DATE:20260631')),
      'its event "Rest": there is no such date as 2026-06-31',
    ],
    [
      'a date that is a word',
      file(event('SUMMARY:Rest', 'DTSTART;VALUE=DATE:Christmas')),
      'its event "Rest":',
    ],
    [
      'an event that repeats too often',
      file(event('SUMMARY:Tick', 'DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=DAILY')),
      'its event "Tick": it repeats more than 2,000 times',
    ],
    ...[
      'FREQ=SECONDLY',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=YEARLY;BYWEEKNO=20',
      'FREQ=YEARLY;BYMONTHDAY=30',
    ].map((rule): [string, string, string] => [
      `the rule ${rule}`,
      file(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260101', `RRULE:${rule}`)),
      'its event "Odd": it repeats in a way the desk does not read',
    ]),
  ];
  test.each(wrong)('%s', (_name, text, reason) => {
    expect(() => read(text)).toThrow(Invalid);
    expect(() => read(text)).toThrow(reason);
  });
});
