import { expect, test } from 'vitest';
import { missedUpdates } from '../../../src/domain/incident/cadence/ladder.ts';
import { snoozeMinutes, snoozeUpdate } from '../../../src/domain/incident/cadence/snoozing.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { approveUpdate } from '../../../src/domain/incident/updates/updating.ts';
import { after, ana, ben } from '../../support/builders.ts';
import { afterwards, aLedIncident, asks, cadence, drafted, outcomeOf } from './an-incident.ts';
import { recordUpdateDelivery } from './receipts.ts';
import { nextAt, passing, settings, shownSteps } from './watching-cadence.ts';

const snooze =
  (minutes: number, at: number, by = ben, reason = 'in a call') =>
  (incident: Incident) =>
    snoozeUpdate(incident, { minutes, reason }, asks.agent(after(at), by));

const due = () => passing(aLedIncident(), { until: after(16) }).incident;

test('a reminder that is put off comes again then, from its first step, while customers wait on', () => {
  const later = afterwards(due(), snooze(10, 17));
  expect(shownSteps(passing(later, { until: after(40) }).told)).toEqual([
    'due at 27',
    'late at 32',
    'takeover at 37',
  ]);
  expect(missedUpdates(later, settings, after(80))).toBe(3);
  expect(later.cadence?.dueAt).toBe(after(15));
});

test('it is put off twice at most', () => {
  const twice = afterwards(due(), snooze(5, 17), snooze(5, 20));
  expect(nextAt(twice)).toBe(after(25));
  expect(outcomeOf(snooze(5, 26)(twice))).toBe('refused: snoozed_enough');
});

test('with the next update it can be put off anew', () => {
  const twice = afterwards(due(), snooze(5, 17), snooze(5, 20));
  const told = afterwards(
    twice,
    drafted(after(21)),
    (now) => approveUpdate(now, 'u1', asks.agent(after(21), ana)),
    ...['T-1', 'T-2'].map(
      (ticket) => (now: Incident) =>
        recordUpdateDelivery(
          now,
          { update: 'u1', ticket, message: `memory:${ticket}` },
          { cadence, asked: asks.desk(after(22)) },
        ),
    ),
  );
  expect(outcomeOf(snooze(10, 53)(told))).toBe('update_snoozed');
});

test('never past a time that customers were told, and the choices end before it', () => {
  const { cadence: owed } = due();
  const told: Incident = { ...due(), cadence: { ...owed!, promisedAt: after(25) } };
  expect(outcomeOf(snooze(10, 16)(told))).toBe('refused: past_promise');
  expect(outcomeOf(snooze(5, 20)(told))).toBe('update_snoozed');
  expect(snoozeMinutes(after(14), after(25))).toEqual([5, 10]);
  expect(snoozeMinutes(after(24), after(25))).toEqual([]);
  expect(snoozeMinutes(after(24), 'any')).toEqual([5, 10, 15]);
});

test('a reminder that comes later anyway is not put off, and that costs nothing', () => {
  expect(outcomeOf(snooze(5, 2)(aLedIncident()))).toBe('refused: not_due_then');
});

test('the liaison, the commander and managers may, others may not, and each says why', () => {
  expect(outcomeOf(snooze(5, 16, ana)(due()))).toBe('update_snoozed');
  expect(outcomeOf(snooze(5, 16, 'slack:U9OTHER')(due()))).toBe('refused: not_allowed');
  expect(outcomeOf(snooze(5, 16, ben, '  ')(due()))).toBe('refused: empty');
  const asked = asks.manager(after(16));
  expect(outcomeOf(snoozeUpdate(due(), { minutes: 5, reason: 'a call' }, asked))).toBe('update_snoozed');
});
