import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midnightsBetween } from '../../../src/domain/calendar/local-time.ts';
import { hour, laterBy, minute } from '../../../src/domain/time.ts';
import { momentsIn } from '../../../src/domain/update/moments-in.ts';
import { toldNextUpdateAt } from '../../../src/domain/update/next-update-in.ts';
import { dayIn, momentIn, tongues } from '../../../src/domain/update/tongue.ts';
import { ten } from '../../support/builders.ts';

const read = (text: string) => momentsIn(text, ten, 'Europe/Berlin').map(({ at }) => at[0]);

test.each([
  ['at 15:45', '2026-11-20T14:45:00.000Z'],
  ['by 3 pm UTC', '2026-11-20T15:00:00.000Z'],
  ['by 3:30 p.m. EST', '2026-11-20T20:30:00.000Z'],
  ['12 am CET', '2026-11-19T23:00:00.000Z'],
  ['um 15 Uhr', '2026-11-20T14:00:00.000Z'],
  ['um 15.30 Uhr MEZ', '2026-11-20T14:30:00.000Z'],
  ['à 15h30 (Europe/Paris)', '2026-11-20T14:30:00.000Z'],
  ['a las 15 (Europe/Madrid)', '2026-11-20T14:00:00.000Z'],
  ['on 2026-11-21 at 12:00 UTC+2', '2026-11-21T10:00:00.000Z'],
  ['16:00 on 21 Nov', '2026-11-21T15:00:00.000Z'],
  ['November 20, 4:15 pm PST', '2026-11-21T00:15:00.000Z'],
  ['10.12.2026 15:00 CET', '2026-12-10T14:00:00.000Z'],
  ['2 févr. 09:00 (America/Argentina/Buenos_Aires)', '2027-02-02T12:00:00.000Z'],
  ['20 de noviembre a las 18:00 (Europe/Madrid)', '2026-11-20T17:00:00.000Z'],
])('%s is a time', (text, at) => {
  expect(read(text)).toEqual([at]);
});

test.each([
  'error 502 at 12 servers',
  'within 2 h',
  '24/7',
  'a ratio of 16:9',
  'port 8080:443',
  'um 5 Prozent',
])('%s is none', (text) => {
  expect(read(text)).toEqual([]);
});

test('a zone nobody knows names no moment', () => {
  expect(momentsIn('12:00 (Foo/Bar)', ten, 'UTC')).toMatchObject([{ zone: 'Foo/Bar', at: [] }]);
  expect(momentIn('en', ten, 'Foo/Bar')).toBe('20 Nov 10:00 (UTC)');
  expect(dayIn('de', ten, 'Foo/Bar')).toBe('20. Nov.');
});

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];

test('what the desk writes it reads again, in every language and zone, at any time of the year', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tongues),
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 600 * 24 * 60 }),
      fc.integer({ min: 1, max: 7 * 24 * 60 }),
      (tongue, zone, start, wait) => {
        const now = laterBy(ten, start * minute);
        const at = laterBy(now, wait * minute);
        const written = momentIn(tongue, at, zone);
        const [found, ...others] = momentsIn(written, now, 'Pacific/Auckland');
        expect(others).toEqual([]);
        expect(found?.text).toBe(written);
        // An hour that the clock shows twice in autumn is one of both.
        expect([0, hour, hour / 2]).toContain(Math.abs(Date.parse(found?.at[0] ?? '') - Date.parse(at)));
        const told = toldNextUpdateAt({ text: `Next update: by ${written}.`, at: laterBy(now, -2 * hour) });
        expect(told).toBe(found?.at[0]);
      },
    ),
    { numRuns: 300 },
  );
});

test('days are counted by the reader’s calendar', () => {
  expect(midnightsBetween('2026-11-20T22:30:00.000Z', '2026-11-20T23:30:00.000Z', 'Europe/Berlin')).toBe(1);
  expect(midnightsBetween('2026-11-20T22:30:00.000Z', '2026-11-20T23:30:00.000Z', 'UTC')).toBe(0);
  expect(midnightsBetween('2026-10-24T12:00:00.000Z', '2026-10-26T12:00:00.000Z', 'Europe/Berlin')).toBe(2);
});
