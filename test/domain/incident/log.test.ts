import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenLine, sealed } from '../../../src/domain/incident/log/log.ts';
import { after } from '../../support/builders.ts';
import { anyIncident } from './random-incident.ts';

/** Any log of some length, and one of its lines. */
const logs = anyIncident.chain(({ events }) => {
  const log = sealed(events, { seal: '', recordedAt: after(0) });
  return fc.record({ log: fc.constant(log), at: fc.nat({ max: log.length - 1 }) });
});

const end = (log: ReturnType<typeof sealed>) => ({ entries: log.length, seal: log.at(-1)?.seal ?? '' });

test('a log as it was written is whole', () => {
  fc.assert(
    fc.property(logs, ({ log }) => {
      expect(brokenLine(log, end(log))).toBeUndefined();
    }),
  );
});

test('a line that is taken out is noticed, wherever it was', () => {
  fc.assert(
    fc.property(logs, ({ log, at }) => {
      expect(brokenLine(log.toSpliced(at, 1), end(log))).toBeDefined();
    }),
  );
});

test('a line that is changed, or written down at another time, is noticed at that line', () => {
  fc.assert(
    fc.property(logs, fc.boolean(), ({ log, at }, isTime) => {
      const entry = log[at]!;
      const other = isTime
        ? { ...entry, recordedAt: after(1) }
        : { ...entry, event: { ...entry.event, by: 'slack:U0OTHER' } };
      expect(brokenLine(log.with(at, other), end(log))).toBe(at + 1);
    }),
  );
});
