import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { alwaysOpen } from '../../src/domain/calendar/calendar.ts';
import { Misconfigured } from '../../src/domain/errors.ts';
import { projectRoot } from '../../src/project-root.ts';

type Files = Readonly<Record<string, string>>;

const read = (files: Files, env = {}) => readConfig(env, (path) => files[path]).calendars;
const office = (rest: string) => ({ 'desk.yaml': `calendars:\n  office:\n${rest}` });
const mondays = '    week: { mon: ["09:00-17:00"] }\n';

/** An iCal file with one holiday on a day. */
const aHoliday = (day: string) =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Rest\nDTSTART;VALUE=DATE:${day}\nEND:VEVENT\nEND:VCALENDAR\n`;

function problemsOf(files: Files): readonly string[] {
  try {
    read(files);
    return [];
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    const [, ...lines] = error.message.split('\n');
    return lines.map((line) => line.trim());
  }
}

test('a desk that names no calendar has the one around the clock', () => {
  expect(read({})).toEqual([alwaysOpen]);
});

test('a calendar keeps the hours of each day, in order, and its holidays', () => {
  const text =
    '    timezone: Asia/Kathmandu\n    week:\n      mon: ["13:30-24:00", "09:00-12:30"]\n      sat: []\n' +
    '    holidays:\n      - "2026-12-25"\n      - "2026-12-24 12:00-24:00"\n' +
    '      - { day: "2026-12-31", name: Eve, closed: ["08:00-10:00", "14:00-24:00"] }\n';
  expect(read(office(text))[1]).toEqual({
    name: 'office',
    timezone: 'Asia/Kathmandu',
    hours: 'week',
    week: {
      mon: [
        { from: 540, to: 750 },
        { from: 810, to: 1440 },
      ],
      sat: [],
    },
    holidays: [
      { day: '2026-12-25' },
      { day: '2026-12-24', closed: [{ from: 720, to: 1440 }] },
      {
        day: '2026-12-31',
        name: 'Eve',
        closed: [
          { from: 480, to: 600 },
          { from: 840, to: 1440 },
        ],
      },
    ],
  });
});

test('a calendar without a zone is meant in that of the desk', () => {
  const text = `desk: { timezone: America/Bogota }\ncalendars:\n  office:\n${mondays}`;
  expect(read({ 'desk.yaml': text })[1]?.timezone).toBe('America/Bogota');
});

test('a calendar may be around the clock under its own name', () => {
  expect(read(office('    hours: always\n'))[1]).toMatchObject({ name: 'office', hours: 'always' });
});

test('saying what always means changes nothing', () => {
  expect(read({ 'desk.yaml': 'calendars:\n  always: { hours: always }\n' })).toEqual([alwaysOpen]);
});

test.each([
  ['desk.yaml', 'holidays.ics', 'holidays.ics'],
  ['/etc/desk/desk.yaml', 'holidays.ics', '/etc/desk/holidays.ics'],
  ['settings/desk.yaml', '../shared/de.ics', 'shared/de.ics'],
  ['settings/desk.yaml', '/srv/de.ics', '/srv/de.ics'],
])('beside %s the holiday file %s is %s', (desk, named, found) => {
  const text = `calendars:\n  office:\n${mondays}    holidays_file: ${named}\n`;
  const files = { [desk]: text, [found]: aHoliday('20261225') };
  const calendars = read(files, desk === 'desk.yaml' ? {} : { MUSTER_CONFIG: desk });
  expect(calendars[1]?.holidays).toEqual([{ day: '2026-12-25', name: 'Rest' }]);
});

test('holidays of the list and of the file both count', () => {
  const text = `${mondays}    holidays: ["2026-10-05"]\n    holidays_file: a.ics\n`;
  const [, calendar] = read({ ...office(text), 'a.ics': aHoliday('20261225') });
  expect(calendar?.holidays.map(({ day }) => day)).toEqual(['2026-10-05', '2026-12-25']);
});

test('the example in the README is right', () => {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const [, text = ''] = /```yaml\n(calendars:[^`]*hotline:[^`]*)```/.exec(readme) ?? [];
  const calendars = read({ 'desk.yaml': text, 'holidays.ics': aHoliday('20261226') });
  expect(calendars.map(({ name }) => name)).toEqual(['always', 'office', 'hotline']);
  expect(calendars[1]?.holidays).toHaveLength(4);
});

describe('what is wrong with a calendar is reported with its line', () => {
  const fiftyEightMondays = Array.from({ length: 58 }, (_, week) =>
    new Date(Date.parse('2026-11-23') + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const mistakes: readonly [name: string, files: Files, problems: readonly string[]][] = [
    [
      'hours that overlap',
      office('    week:\n      mon:\n        - "09:00-12:30"\n        - "12:00-18:00"\n'),
      ['desk.yaml:6: calendars.office.week.mon[2] overlaps with "09:00-12:30" (is "12:00-18:00")'],
    ],
    [
      'a holiday that is no day',
      office(`${mondays}    holidays: ["2026-12-25", "2026-02-30"]\n`),
      ['desk.yaml:4: calendars.office.holidays[2] must be a day such as "2026-12-25" (is "2026-02-30")'],
    ],
    [
      'a holiday with hours the wrong way round',
      office(`${mondays}    holidays:\n      - "2026-12-24 24:00-12:00"\n`),
      [
        'desk.yaml:5: calendars.office.holidays[1] must be hours such as "09:00-17:30", the earlier one first (is "24:00-12:00")',
      ],
    ],
    [
      'a holiday with an unknown key',
      office(`${mondays}    holidays:\n      - { day: "2026-12-24", close: ["12:00-24:00"] }\n`),
      ['desk.yaml:5: calendars.office.holidays[1].close is not a known key; did you mean closed?'],
    ],
    [
      'a holiday closed in no hours',
      office(`${mondays}    holidays:\n      - { day: "2026-12-24", closed: [] }\n`),
      ['desk.yaml:5: calendars.office.holidays[1].closed must name hours, or be left out for a whole day'],
    ],
    [
      'an unknown zone',
      office(`    timezone: Mars/Base\n${mondays}`),
      [
        'desk.yaml:3: calendars.office.timezone must be a time zone such as Europe/Berlin or UTC (is "Mars/Base")',
      ],
    ],
    [
      'a week without hours',
      office('    week: { mon: [] }\n'),
      ['desk.yaml:2: calendars.office has no hours; give it a week, or say hours: always'],
    ],
    [
      'neither a week nor always',
      office('    timezone: UTC\n'),
      ['desk.yaml:2: calendars.office has no hours; give it a week, or say hours: always'],
    ],
    [
      'other words for always',
      office('    hours: 24x7\n'),
      ['desk.yaml:3: calendars.office.hours must be always, or left out where there is a week (is "24x7")'],
    ],
    [
      'a week beside always',
      office(`    hours: always\n${mondays}`),
      ['desk.yaml:4: calendars.office.week says nothing beside hours: always; keep one of the two'],
    ],
    [
      'another meaning of always',
      { 'desk.yaml': `calendars:\n  always:\n${mondays}` },
      [
        'desk.yaml:2: calendars.always is built in and means around the clock; give this calendar another name',
      ],
    ],
    [
      'a holiday file that is not there',
      office(`${mondays}    holidays_file: none.ics\n`),
      ['desk.yaml:4: calendars.office.holidays_file names none.ics, but there is no such file'],
    ],
    [
      'a holiday file that is something else',
      { ...office(`${mondays}    holidays_file: a.ics\n`), 'a.ics': 'Christmas is on Friday' },
      [
        'desk.yaml:4: calendars.office.holidays_file names a.ics, which cannot be used: it is not an iCal file, or it was cut off',
      ],
    ],
    [
      'holidays without end',
      office(`    week: { mon: ["09:00-17:00"] }\n    holidays: [${fiftyEightMondays.join(', ')}]\n`),
      [
        'desk.yaml:4: Calendar office has no working time within 400 days after 2026-11-23. Give calendars.office.week some hours, or take holidays out.',
      ],
    ],
    [
      'several mistakes',
      {
        'desk.yaml': `calendars:\n  one:\n${mondays}    holidays_file: a.ics\n  two: {}\nsla:\n  - first_response: 1h\n    calendar: three\n`,
      },
      [
        'desk.yaml:4: calendars.one.holidays_file names a.ics, but there is no such file',
        'desk.yaml:5: calendars.two has no hours; give it a week, or say hours: always',
        'desk.yaml:8: sla[1].calendar three is not among the calendars',
      ],
    ],
  ];
  test.each(mistakes)('%s', (_name, files, problems) => {
    expect(problemsOf(files)).toEqual(problems);
  });

  test('a holiday file that does not open', () => {
    const text = `calendars:\n  office:\n${mondays}    holidays_file: folder\n`;
    const open = (path: string) => {
      if (path === 'folder') throw new Error('EISDIR: illegal operation on a directory');
      return text;
    };
    expect(() => readConfig({ MUSTER_CONFIG: 'desk.yaml' }, open)).toThrow('cannot be used: EISDIR');
  });
});
