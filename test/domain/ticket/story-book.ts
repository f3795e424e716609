import type { Calendar } from '../../../src/domain/calendar/calendar.ts';
import type { Edition } from '../../../src/domain/sla/policy.ts';
import { type PolicyBook, policyBook } from '../../../src/domain/sla/policy-book.ts';
import { day, hour, minute } from '../../../src/domain/time.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';

/** Office hours with a lunch break; the Monday after the stories begin is free. */
export const office: Calendar = {
  name: 'office',
  timezone: 'Europe/Berlin',
  hours: 'week',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [
      weekday,
      [
        { from: 9 * 60, to: 12 * 60 },
        { from: 13 * 60, to: 17 * 60 + 30 },
      ],
    ]),
  ),
  holidays: [{ day: '2026-11-23', name: 'Founders day' }],
};

const [alwaysCritical] = anEdition().rules;
const waits = { calendar: 'office', pauses: ['pending' as const] };
const stands = { calendar: 'office', pauses: ['pending' as const, 'on_hold' as const] };

/** P1 around the clock and without pauses; the rest in office hours, with pauses; P4 is promised no solution. */
const first: Edition = anEdition({
  calendars: [...anEdition().calendars, office],
  rules: [
    ...(alwaysCritical ? [alwaysCritical] : []),
    aPolicy({
      name: 'questions',
      when: { severity: ['P4'] },
      targets: { first_response: promised(day, { calendar: 'office' }) },
    }),
    aPolicy({
      name: 'business',
      when: { plan: ['business'] },
      targets: {
        first_response: promised(hour, { calendar: 'office' }),
        next_response: promised(2 * hour, { calendar: 'office' }),
        first_resolution: promised(8 * hour, stands),
        total_resolution: promised(8 * hour, stands),
      },
    }),
    aPolicy({
      targets: {
        first_response: promised(2 * hour, { calendar: 'office' }),
        next_response: promised(4 * hour, { calendar: 'office' }),
        next_update: promised(4 * hour, { ...waits, warn: [50, 90] }),
        first_resolution: promised(16 * hour, waits),
        total_resolution: promised(20 * hour, waits),
      },
    }),
  ],
});

/** Sharper, with another floor, and answers by rule count. */
const second: Edition = {
  ...first,
  edition: 2,
  rules: first.rules.map((rule) => ({
    ...rule,
    floorMs: 30 * minute,
    automaticAnswers: true,
    targets: { ...rule.targets, total_resolution: promised(6 * hour, stands) },
  })),
};

/** By which random stories are promised, and by which they are promised anew. */
export const laterBook: PolicyBook = policyBook([first, second]);
export const storyBook: PolicyBook = { ...laterBook, current: first };
