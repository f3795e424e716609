import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Quiet, quietHoursIn, quietUntil } from '../../../src/domain/notice/quiet-hours.ts';
import { day, instant, minute } from '../../../src/domain/time.ts';

const berlin = (from: string, to: string, weekends: Quiet['weekends'] = 'as_other_days'): Quiet => ({
  hours: { from, to },
  weekends,
  timezone: 'Europe/Berlin',
});

test.each([
  ['in the evening until the next morning', berlin('20:00', '08:00'), '2026-11-19T21:00', '2026-11-20T07:00'],
  ['after midnight until the same morning', berlin('20:00', '08:00'), '2026-11-20T02:00', '2026-11-20T07:00'],
  ['by day not at all', berlin('20:00', '08:00'), '2026-11-20T12:00', undefined],
  ['at the first minute of it', berlin('20:00', '08:00'), '2026-11-20T19:00', '2026-11-21T07:00'],
  ['at its end no more', berlin('20:00', '08:00'), '2026-11-20T07:00', undefined],
  ['over noon', berlin('12:00', '13:30'), '2026-11-20T11:15', '2026-11-20T12:30'],
  [
    'from Friday evening to Monday morning',
    berlin('20:00', '08:00', 'quiet'),
    '2026-11-20T21:00',
    '2026-11-23T07:00',
  ],
  ['on Saturday at noon, weekends like other days', berlin('20:00', '08:00'), '2026-11-21T11:00', undefined],
  [
    'to a time that the clocks leave out, so to the next one',
    berlin('20:00', '02:30'),
    '2026-03-29T00:30',
    '2026-03-29T01:00',
  ],
  [
    'to a time that comes twice, so to the first',
    berlin('20:00', '02:30'),
    '2026-10-25T00:10',
    '2026-10-25T00:30',
  ],
  ['in the second of two equal hours no more', berlin('20:00', '02:30'), '2026-10-25T01:10', undefined],
  ['off', { ...berlin('20:00', '08:00'), hours: 'off' } as const, '2026-11-20T21:00', undefined],
])('%s', (_name, quiet, at, until) => {
  expect(quietUntil(quiet, `${at}:00.000Z`)).toBe(until && `${until}:00.000Z`);
});

test('the end of it is later, within four days, and not quiet itself', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => [h, m].map((part) => String(part).padStart(2, '0')).join(':'));
  const quiet = fc.record({
    hours: fc
      .tuple(time, time)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from, to })),
    weekends: fc.constantFrom('quiet' as const, 'as_other_days' as const),
    timezone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    ),
  });
  const moment = fc
    .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
    .map((ms) => instant(ms - (ms % minute)));
  fc.assert(
    fc.property(quiet, moment, (rule, at) => {
      const until = quietUntil(rule, at);
      if (until === undefined) return;
      expect(until > at).toBe(true);
      expect(Date.parse(until) - Date.parse(at)).toBeLessThanOrEqual(4 * day);
      expect(quietUntil(rule, until)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['20:00-08:00', { from: '20:00', to: '08:00' }],
  [' 9:30 – 17:00 ', { from: '09:30', to: '17:00' }],
  ['Off', 'off'],
  ['8-20', undefined],
  ['24:00-08:00', undefined],
  ['08:00-08:00', undefined],
  ['', undefined],
])('people write %j', (text, hours) => {
  expect(quietHoursIn(text)).toEqual(hours);
});
