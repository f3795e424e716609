import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longDays } from '../../src/config/long-days.ts';
import { shortSolutions } from '../../src/config/short-solutions.ts';
import { readConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/project-root.ts';

const examples = readFileSync(join(projectRoot(), 'README.md'), 'utf8')
  .split('```yaml\n')
  .slice(1)
  .map((rest) => rest.split('```')[0] ?? '');

test.each(examples)('an example of desk.yaml has no mistakes, and the doctor has no doubts: %#', (text) => {
  const files: Readonly<Record<string, string>> = {
    'desk.yaml': text,
    'holidays.ics': [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261225',
      'SUMMARY:Christmas Day',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  };
  const config = readConfig({}, (path) => files[path]);
  expect([...longDays(config), ...shortSolutions(config)]).toEqual([]);
});

test('one of the examples is a whole set of promises in office hours', () => {
  const whole = examples.find((text) => text.includes('\nsla:') && text.includes('calendars:'));
  const { sla, cadence } = readConfig({}, () => whole);
  expect(sla.map(({ calendar }) => calendar)).toEqual(['always', 'office', 'office']);
  expect(cadence.calendar).toBe('office');
});
