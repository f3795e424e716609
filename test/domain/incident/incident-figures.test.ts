import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import { incidentFigures } from '../../../src/domain/incident/figures/incident-figures.ts';
import { sealed } from '../../../src/domain/incident/log/log.ts';
import { minute } from '../../../src/domain/time.ts';
import { after, ana, ben, mia, ten } from '../../support/builders.ts';
import { figuresAgain } from './figures-oracle.ts';
import { anyIncident } from './random-incident.ts';

const fields = { status: 's', next: 'n', blockers: '', workaround: '', expect: '', contact: '' };
const by = { by: ana, source: 'button' } as const;

const declared: IncidentEvent = {
  type: 'declared',
  id: 'INC-7',
  mode: 'live',
  visibility: 'open',
  title: 'Checkout fails',
  severity: 'P1',
  from: 'button',
  roomName: 'inc-7',
  tickets: [{ ticket: 'T-1' }, { ticket: 'T-2' }],
  firstUpdateDueAt: after(15),
  at: ten,
  ...by,
};

/** An update to both tickets that the first one has at `one`, the second at `two` minutes past ten. */
function told(update: string, one: number, two: number, promisesAt?: number): IncidentEvent[] {
  const promises = promisesAt === undefined ? {} : { promises: after(promisesAt) };
  return [
    {
      type: 'update_drafted',
      update: { update, kind: 'update', fields, facts: '', ...promises },
      at: after(one),
      ...by,
    },
    { type: 'update_approved', update, tickets: ['T-1', 'T-2'], at: after(one), ...by },
    { type: 'update_delivered', update, ticket: 'T-1', message: 'm:1', at: after(one), ...by },
    { type: 'update_delivered', update, ticket: 'T-2', message: 'm:2', at: after(two), ...by },
  ];
}

const due = (at: number, dueAt: number): IncidentEvent => ({
  type: 'cadence_set',
  dueAt: after(dueAt),
  because: 'cadence',
  at: after(at),
  ...by,
});

const role = (type: 'role_accepted' | 'role_acting', at: number, person: string): IncidentEvent => ({
  type,
  role: 'commander',
  person,
  at: after(at),
  ...by,
});

const figures = (events: readonly IncidentEvent[]) =>
  incidentFigures(sealed(events, { seal: '', recordedAt: ten }));

test('an update is in time when the last customer has it by then, and its promise is kept by the next one', () => {
  expect(
    figures([declared, ...told('u1', 10, 15, 45), due(15, 45), ...told('u2', 44, 46, 76), due(46, 76)]),
  ).toMatchObject({
    firstToldAt: after(10),
    updatesDue: 2,
    updatesInTime: 1,
    lateMs: minute,
    worstLateMs: minute,
    promises: 1,
    promisesKept: 0,
  });
});

test('a missed update that is owed anew at once makes one longer wait', () => {
  const change: IncidentEvent = {
    type: 'cadence_set',
    dueAt: after(20),
    because: 'change',
    at: after(20),
    ...by,
  };
  expect(figures([declared, change, ...told('u1', 24, 25)])).toMatchObject({
    updatesDue: 2,
    updatesInTime: 1,
    lateMs: 10 * minute,
    worstLateMs: 10 * minute,
  });
});

test('a wait ends when customers are told, also when something is owed again in that very moment', () => {
  const change = (because: 'change'): IncidentEvent => ({
    type: 'cadence_set',
    dueAt: after(20),
    because,
    at: after(20),
    ...by,
  });
  const log = [declared, change('change'), ...told('u1', 20, 20), change('change'), ...told('u2', 31, 31)];
  expect(figures(log)).toMatchObject({ lateMs: 11 * minute, worstLateMs: 6 * minute });
});

test.each([
  [25, 1, 0],
  [26, 0, 1],
])('what changed at 20 and was told at %i is in time: %i, late by %i min', (at, updatesInTime, late) => {
  const change: IncidentEvent = {
    type: 'cadence_set',
    dueAt: after(20),
    because: 'change',
    at: after(20),
    ...by,
  };
  const log = [declared, ...told('u1', 5, 5), due(5, 35), change, ...told('u2', at, at)];
  expect(figures(log)).toMatchObject({
    updatesDue: 2,
    updatesInTime: updatesInTime + 1,
    lateMs: late * minute,
  });
});

test('an update that was never owed because it changed before counts for nothing', () => {
  expect(figures([declared, due(5, 60), { type: 'noted', text: 'x', at: after(30), ...by }])).toMatchObject({
    updatesDue: 0,
    lateMs: 0,
  });
});

test('time without a commander ends when somebody accepts or acts, and begins again when they leave', () => {
  const left: IncidentEvent = {
    type: 'role_left',
    role: 'commander',
    person: mia,
    why: 'left',
    at: after(30),
    ...by,
  };
  const over: IncidentEvent = {
    type: 'resolved',
    text: 'over',
    dataLoss: 'no',
    reviewOwner: ana,
    at: after(50),
    ...by,
  };
  const back: IncidentEvent = { type: 'reopened', reason: 'back', at: after(80), ...by };
  const log = [
    declared,
    role('role_acting', 10, mia),
    left,
    role('role_accepted', 34, ben),
    over,
    back,
    { type: 'noted', text: 'x', at: after(90), ...by } as const,
  ];
  expect(figures(log)).toMatchObject({
    acknowledgedAt: after(10),
    withoutCommanderMs: 14 * minute,
    // The half hour in which it was over is nobody's.
    withoutLiaisonMs: 60 * minute,
    reopened: 1,
  });
  expect(figures(log)).not.toHaveProperty('resolvedAt');
  expect(figures(log.slice(0, 5)).resolvedAt).toBe(after(50));
});

test('what has not happened is missing, not guessed', () => {
  const known = figures([declared]);
  for (const key of ['acknowledgedAt', 'roomAt', 'firstToldAt', 'mitigatedAt', 'resolvedAt', 'impactSince'])
    expect(known).not.toHaveProperty(key);
});

test('whatever happens, the figures equal a second count from the states', () => {
  let counted = 0;
  fc.assert(
    fc.property(anyIncident, ({ events, log }) => {
      const found = incidentFigures(log);
      counted += found.updatesDue;
      expect(found).toMatchObject(figuresAgain(events));
    }),
    { numRuns: 250 },
  );
  expect(counted).toBeGreaterThan(150);
});
