import { expect, test } from 'vitest';
import { shortSolutions } from '../../src/config/short-solutions.ts';
import { readConfig } from '../../src/config.ts';

const found = (text: string) => shortSolutions(readConfig({}, () => text));

test('a solution that is due before the first answer is remarked on', () => {
  expect(found('sla:\n  - first_response: 4h\n    total_resolution: 1h\n')).toEqual([
    'sla[1].total_resolution 1h is shorter than first_response 4h',
  ]);
  expect(
    found('sla:\n  - first_response: 4h\n    first_resolution: 90m\n    total_resolution: 4h\n'),
  ).toEqual(['sla[1].first_resolution 90m is shorter than first_response 4h']);
});

test.each([
  ['the usual promises', ''],
  ['a solution alone', 'sla:\n  - total_resolution: 1h\n'],
  [
    'times of two calendars',
    'calendars:\n  office: { week: { mon: ["09:00-17:00"] } }\nsla:\n  - first_response: 4h\n    total_resolution: { within: 2h, calendar: office }\n',
  ],
])('nothing is remarked on in %s', (_which, text) => {
  expect(found(text)).toEqual([]);
});
