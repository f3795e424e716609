import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersCard } from '../../../src/cards/incident/review/numbers-card.ts';
import { incidentFigures } from '../../../src/domain/incident/figures/incident-figures.ts';
import { incidentNumbers, liveNumbers, spreadOf } from '../../../src/domain/incident/figures/numbers.ts';
import { type IncidentSummary, incidentSummary } from '../../../src/domain/incident/summary.ts';
import { day, laterBy, minute, second } from '../../../src/domain/time.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { readText } from '../../cards/reading.ts';
import { after, ana, ten } from '../../support/builders.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { anIncident } from './an-incident.ts';
import { anyIncident } from './random-incident.ts';

const blank = incidentFigures([]);

function summary(
  given: Partial<Omit<IncidentSummary, 'figures'>> & {
    readonly figures?: Partial<IncidentSummary['figures']>;
  },
) {
  const figures = { ...blank, declaredAt: given.declaredAt ?? ten, ...given.figures };
  return { ...incidentSummary(anIncident(), figures), ...given, figures };
}

test('median and 90th percentile are values that occurred; nothing known is missing, not zero', () => {
  expect(spreadOf([5, undefined, 1, 3, 100])).toEqual({ of: 4, missing: 1, median: 3, p90: 100 });
  expect(spreadOf([undefined])).toEqual({ of: 0, missing: 1 });
  expect(spreadOf(Array.from({ length: 10 }, (_each, index) => index + 1))).toMatchObject({
    median: 5,
    p90: 9,
  });
});

test('drills, false alarms, merged and older incidents are left out; a merged one counts once, in the other', () => {
  const incidents = [
    summary({ id: 'INC-1', figures: { acknowledgedAt: after(2), updatesDue: 4, updatesInTime: 3 } }),
    summary({ id: 'INC-2', mode: 'drill', figures: { updatesDue: 50 } }),
    summary({ id: 'INC-3', lifecycle: 'cancelled', figures: { updatesDue: 50 } }),
    summary({ id: 'INC-4', lifecycle: 'merged', figures: { updatesDue: 50 } }),
    summary({
      id: 'INC-5',
      declaredAt: laterBy(ten, -40 * day),
      figures: { updatesDue: 4, updatesInTime: 4 },
    }),
  ];
  const [month, quarter] = [30, 90].map((days) => incidentNumbers(incidents, { now: after(60), days }));
  expect(month).toMatchObject({
    declared: 1,
    toAcknowledge: { of: 1, missing: 0, median: 2 * minute },
    toRoom: { of: 0, missing: 1 },
    cadence: { done: 3, of: 4, percent: 75 },
    promises: { done: 0, of: 0 },
  });
  expect(month?.promises).not.toHaveProperty('percent');
  expect(quarter).toMatchObject({ declared: 2, cadence: { done: 7, of: 8 } });
});

test('what is under way now: who waits for somebody to lead, and for an update', () => {
  const incidents = [
    summary({
      id: 'INC-1',
      changedAt: after(5),
      dueAt: after(15),
      figures: { withoutCommanderMs: 5 * minute },
    }),
    summary({ id: 'INC-2', commander: ana, dueAt: after(30), severity: 'P2' }),
    summary({ id: 'INC-3', mode: 'drill', dueAt: after(1) }),
    summary({ id: 'INC-4', lifecycle: 'resolved' }),
  ];
  expect(liveNumbers(incidents, after(20))).toEqual({
    bySeverity: { P1: 1, P2: 1, P3: 0, P4: 0 },
    withoutCommanderMs: 20 * minute,
    updatesOverdue: 1,
  });
  // Due is not overdue yet: the ladder calls it late five minutes after.
  expect(liveNumbers(incidents, after(19)).updatesOverdue).toBe(0);
});

test('Prometheus reads the same, without a line for what is not known', async () => {
  const incidents = [
    summary({
      id: 'INC-1',
      commander: ana,
      figures: { acknowledgedAt: after(2), updatesDue: 4, updatesInTime: 3 },
    }),
    summary({ id: 'INC-2', mode: 'drill' }),
  ];
  const health = {
    writable: true,
    detail: 'ok',
    inboxWaiting: 0,
    outboxWaiting: 0,
    parked: 0,
    indexed: true,
    tickets: 0,
    clocks: [],
  };
  const store = { health: () => health, incidents: async () => incidents };
  const metrics = createMetrics({ store, clock: fakeClock(after(20)) });
  await metrics.text();
  const lines = (await metrics.text()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'muster_incidents_live{severity="P1"} 1',
      'muster_incidents_declared 1',
      'muster_incidents_without_commander_minutes 0',
      'muster_incident_seconds{what="acknowledge",days="30",quantile="0.5"} 120',
      'muster_incident_missing{what="room",days="30"} 1',
      'muster_incident_kept_percent{what="cadence",days="30"} 75',
    ]),
  );
  expect(lines.some((line) => line.includes('what="room"') && line.includes('quantile'))).toBe(false);
  expect(lines.some((line) => line.startsWith('muster_incident_kept_percent{what="promises"'))).toBe(false);
});

test('the card says medians and 90th percentiles, and what is missing', () => {
  const incidents = [
    summary({
      id: 'INC-1',
      figures: { acknowledgedAt: laterBy(ten, 125 * second), updatesDue: 4, updatesInTime: 3 },
    }),
  ];
  const shown = readText(
    numbersCard(liveNumbers(incidents, after(20)), [incidentNumbers(incidents, { now: after(20), days: 30 })])
      .blocks,
  );
  expect(shown).toContain('median 2 min 5 s, 90th percentile 2 min 5 s (of 1)');
  expect(shown).toContain('missing in all 1');
  expect(shown).toContain('3 of 4 (75 %)');
  expect(shown).toMatch(/Time without a commander.*median/);
  expect(shown).not.toMatch(/mean|average/i);
});

test('over any incidents, the sums are those of the incidents that count', () => {
  fc.assert(
    fc.property(fc.array(anyIncident, { minLength: 1, maxLength: 8 }), (some) => {
      const summaries = some.map(({ incident, log }) => incidentSummary(incident, incidentFigures(log)));
      const numbers = incidentNumbers(summaries, { now: laterBy(ten, day), days: 30 });
      const counted = some.filter(({ incident }) => incident.lifecycle !== 'cancelled');
      expect(numbers.declared).toBe(counted.length);
      expect(numbers.cadence.of).toBe(
        counted.reduce((sum, { log }) => sum + incidentFigures(log).updatesDue, 0),
      );
      expect(numbers.toAcknowledge.of + numbers.toAcknowledge.missing).toBe(counted.length);
    }),
    { numRuns: 40 },
  );
});
