import { expect, test } from 'vitest';
import { nightPromise } from '../../src/config/night-promises.ts';
import { readConfig } from '../../src/config.ts';

const found = (text: string) => nightPromise(readConfig({}, () => text));
const office = 'calendars:\n  office: { week: { mon: ["09:00-17:00"] } }\n';

test('a promise for P2 that can be broken while nobody is told is named, with the hours', () => {
  expect(found('sla:\n  - { name: urgent, when: { severity: [P1, P2] }, first_response: 4h }\n')?.what).toBe(
    '“urgent” promises first_response within 4h around the clock, but from 20:00 to 08:00 nobody is told of P2',
  );
  expect(found('sla:\n  - total_resolution: 90m\nnotices: { quiet_hours: "22:00-00:30" }\n')?.what).toBe(
    '“everyone” promises total_resolution within 90m around the clock, but from 22:00 to 00:30 nobody is told of P2',
  );
});

test('so do the built-in promises', () => {
  expect(found('')).toBeDefined();
});

test.each([
  ['in working hours', `${office}sla:\n  - { first_response: 4h, calendar: office }\n`],
  ['for P1, which is told at night', 'sla:\n  - { when: { severity: P1 }, first_response: 15m }\n'],
  ['longer than the night', 'sla:\n  - first_response: 12h\n'],
  ['where no hours are quiet', 'sla:\n  - first_response: 4h\nnotices: { quiet_hours: off }\n'],
])('nothing is remarked on in a promise %s', (_which, text) => {
  expect(found(text)).toBeUndefined();
});
