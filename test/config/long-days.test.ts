import { expect, test } from 'vitest';
import { longDays } from '../../src/config/long-days.ts';
import { readConfig } from '../../src/config.ts';

const office =
  'calendars:\n  office: { week: { mon: ["09:00-12:00", "13:00-18:00"], tue: ["09:00-17:00"] } }\n';
const found = (text: string) =>
  longDays(readConfig({}, (path) => (path === 'desk.yaml' ? text : undefined))).map(
    ({ what, repair }) => `${what}. ${repair}`,
  );

test.each([
  [
    'days',
    'sla:\n  - total_resolution: 2d\n    calendar: office\n',
    [
      'sla[1].total_resolution 2d in calendar office is 48 working hours, about 6 working days. Write 16h for 2 working days.',
    ],
  ],
  [
    'a week, in one target',
    'sla:\n  - first_response: 4h\n    total_resolution: { within: 1w, calendar: office }\n',
    [
      'sla[1].total_resolution 1w in calendar office is 168 working hours, about 21 working days. Write 16h for 1 working week.',
    ],
  ],
  [
    'the usual cadence in working hours',
    'cadence: { calendar: office, P4: never }\n',
    [
      'cadence.P3 2d in calendar office is 48 working hours, about 6 working days. Write 16h for 2 working days.',
    ],
  ],
  [
    'a plan’s own cadence',
    'cadence: { calendar: office, P3: 16h, P4: never, business: { P4: 1d } }\n',
    [
      'cadence.business.P4 1d in calendar office is 24 working hours, about 3 working days. Write 8h for 1 working day.',
    ],
  ],
])('%s that run in working hours are longer than they read', (_name, text, warnings) => {
  expect(found(office + text)).toEqual(warnings);
});

test.each([
  ['hours', 'sla:\n  - total_resolution: 48h\n    calendar: office\n'],
  ['days around the clock', 'sla:\n  - total_resolution: 2d\n'],
])('%s are what they read', (_name, text) => {
  expect(found(office + text)).toEqual([]);
});

test('an odd working day is written in minutes', () => {
  const text =
    'calendars:\n  short: { week: { mon: ["09:00-16:30"] } }\nsla:\n  - first_response: 1d\n    calendar: short\n';
  expect(found(text)).toEqual([expect.stringContaining('Write 450m for 1 working day.')]);
});
