import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calendar } from '../../../src/domain/calendar/calendar.ts';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import { policyBook } from '../../../src/domain/sla/policy-book.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { day, type Instant, instant, laterBy, minute } from '../../../src/domain/time.ts';
import type { Status } from '../../../src/domain/words.ts';
import { aTicket } from '../../support/a-ticket.ts';
import { anEdition, aPolicy, promised } from '../../support/an-edition.ts';
import { support } from '../../support/builders.ts';

/** A tiny week, so that nights, free days and a holiday all fall into a few days. */
const small: Calendar = {
  name: 'small',
  timezone: 'UTC',
  hours: 'week',
  week: {
    mon: [
      { from: 60, to: 90 },
      { from: 120, to: 200 },
    ],
    wed: [{ from: 0, to: 1440 }],
    thu: [{ from: 30, to: 45 }],
    sat: [{ from: 600, to: 660 }],
  },
  holidays: [{ day: '2026-11-25', closed: [{ from: 100, to: 1000 }] }],
};
const monday = Date.parse('2026-11-23T00:00:00.000Z');

/** Whether the minute that begins then is working time; shares nothing with the code under test. */
function isOpen(at: number): boolean {
  const date = new Date(at);
  const ofDay = date.getUTCHours() * 60 + date.getUTCMinutes();
  const isHoliday = date.toISOString().startsWith('2026-11-25') && ofDay >= 100 && ofDay < 1000;
  switch (date.getUTCDay()) {
    case 1:
      return (ofDay >= 60 && ofDay < 90) || (ofDay >= 120 && ofDay < 200);
    case 3:
      return !isHoliday;
    case 4:
      return ofDay >= 30 && ofDay < 45;
    case 6:
      return ofDay >= 600 && ofDay < 660;
    default:
      return false;
  }
}

type Change = { readonly at: number; readonly status: Status };

/** Walks minute by minute until so much was worked while nobody was waited for. */
function walked(start: number, minutes: number, changes: readonly Change[]): number {
  let used = 0;
  let status: Status = 'new';
  for (let at = start; ; at += minute) {
    for (const change of changes) if (change.at === at) status = change.status;
    if (used === minutes) return at;
    if (isOpen(at) && status !== 'pending') used += 1;
  }
}

const minutes = (max: number) => fc.integer({ min: 0, max });
const aCase = fc.record({
  start: minutes(7 * 1440).map((after) => monday + after * minute),
  within: fc.integer({ min: 1, max: 600 }),
  changes: fc.array(
    fc.record({
      after: minutes(10 * 1440),
      status: fc.constantFrom<Status>('pending', 'open', 'on_hold', 'pending'),
    }),
    { maxLength: 16 },
  ),
});

test('a due time is the minute that a walk through the calendar and the pauses arrives at', () => {
  fc.assert(
    fc.property(aCase, ({ start, within, changes }) => {
      const steps = changes
        .map(({ after, status }) => ({ at: start + (after + 1) * minute, status }))
        .sort((one, other) => one.at - other.at)
        .filter(({ at }, index, all) => at !== all[index + 1]?.at)
        // A ticket waits for somebody for a week at most, then it is worked again.
        .concat({ at: start + 11 * day, status: 'open' });
      const openedAt: Instant = instant(start);
      const terms = promised(within * minute, { calendar: 'small', pauses: ['pending'], warn: [50] });
      const book = policyBook([
        anEdition({ calendars: [small], rules: [aPolicy({ targets: { total_resolution: terms } })] }),
      ]);
      const facts = {
        plan: 'standard',
        severity: 'P3',
        category: 'technical',
        channel: support,
      } as const;
      const ticket: Ticket = {
        ...aTicket(),
        openedAt,
        messages: [],
        policies: [{ edition: 1, facts, at: openedAt, by: 'desk' }],
        statusLog: [
          { status: 'new', at: openedAt },
          ...steps.map(({ at, status }) => ({ status, at: instant(at) })),
        ],
      };
      const [clock] = clocksOf(ticket, book, laterBy(openedAt, 12 * day)).filter(
        ({ target }) => target === 'total_resolution',
      );
      expect(clock?.dueAt).toBe(instant(walked(start, within, steps)));
      if (within % 2 > 0) return;
      const half = clock?.steps.find(({ step }) => step === 'warn_50')?.at;
      expect(half).toBe(instant(walked(start, within / 2, steps)));
    }),
    { numRuns: 300 },
  );
});
