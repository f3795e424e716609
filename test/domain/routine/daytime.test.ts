import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDaytime, localDay } from '../../../src/domain/routine/daytime.ts';
import { hour, laterBy } from '../../../src/domain/time.ts';
import { aMoment, aZone } from './a-zone.ts';

test.each([
  ['in the middle of the day', '2026-11-20T12:00:00.000Z', '2026-11-20T12:00:00.000Z'],
  ['at eight', '2026-11-20T07:00:00.000Z', '2026-11-20T07:00:00.000Z'],
  ['in the early morning', '2026-11-20T03:00:00.000Z', '2026-11-20T07:00:00.000Z'],
  ['at eight in the evening', '2026-11-20T19:00:00.000Z', '2026-11-21T07:00:00.000Z'],
  ['in the night in which summer begins', '2026-03-28T22:00:00.000Z', '2026-03-29T06:00:00.000Z'],
  ['in the night in which winter begins', '2026-10-24T22:00:00.000Z', '2026-10-25T07:00:00.000Z'],
])('what falls %s in Berlin is said in daytime', (_when, at, said) => {
  expect(inDaytime(at, 'Europe/Berlin')).toBe(said);
});

test('nothing is moved back, nothing by more than a night, and what is in daytime stays', () => {
  fc.assert(
    fc.property(aMoment, aZone, (at, zone) => {
      const said = inDaytime(at, zone);
      expect(said >= at && said <= laterBy(at, 14 * hour)).toBe(true);
      expect(inDaytime(said, zone)).toBe(said);
    }),
  );
});

test('a day begins at local midnight', () => {
  expect(localDay('2026-11-20T22:59:00.000Z', 'Europe/Berlin')).toBe(
    localDay('2026-11-20T08:00:00.000Z', 'Europe/Berlin'),
  );
  expect(localDay('2026-11-20T23:00:00.000Z', 'Europe/Berlin')).toBe(
    localDay('2026-11-20T08:00:00.000Z', 'Europe/Berlin') + 1,
  );
});
