import { Gauge, type Registry } from 'prom-client';
import {
  type IncidentNumbers,
  incidentNumbers,
  isCounted,
  liveNumbers,
  type Spread,
} from './domain/incident/figures/numbers.ts';
import type { IncidentSummary } from './domain/incident/summary.ts';
import { type Instant, minute, second } from './domain/time.ts';

/** Periods of the summaries, in days. */
const periods = [30, 90] as const;

/** The figures of incidents. A period without any value has no line, so that nothing is taken for zero. */
export function incidentMetrics(registers: Registry[]) {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge({ name, help, labelNames, registers });
  const live = gauge('muster_incidents_live', 'Incidents under way, without drills', ['severity']);
  const declared = gauge(
    'muster_incidents_declared',
    'Incidents ever declared and kept, without drills, false alarms and merged ones',
    [],
  );
  const leaderless = gauge(
    'muster_incidents_without_commander_minutes',
    'Longest time that an incident under way has been without anybody leading it; 0 when somebody leads each',
    [],
  );
  const overdue = gauge(
    'muster_incident_updates_overdue',
    'Incidents whose customers have waited five minutes or longer for an update that was due',
    [],
  );
  const seconds = gauge(
    'muster_incident_seconds',
    'How long it took in incidents of the last days: median and 90th percentile',
    ['what', 'days', 'quantile'],
  );
  const missing = gauge(
    'muster_incident_missing',
    'Incidents of the last days for which that length of time is not known',
    ['what', 'days'],
  );
  const kept = gauge('muster_incident_kept_percent', 'Share of updates in time, and of named times kept', [
    'what',
    'days',
  ]);

  return (incidents: readonly IncidentSummary[], now: Instant): void => {
    const { bySeverity, withoutCommanderMs, updatesOverdue } = liveNumbers(incidents, now);
    for (const [severity, count] of Object.entries(bySeverity)) live.set({ severity }, count);
    declared.set(incidents.filter(isCounted).length);
    leaderless.set(withoutCommanderMs / minute);
    overdue.set(updatesOverdue);
    for (const each of [seconds, missing, kept]) each.reset();
    for (const period of periods) {
      const numbers = incidentNumbers(incidents, { now, days: period });
      const days = `${period}`;
      for (const [what, spread] of spreads(numbers)) {
        missing.set({ what, days }, spread.missing);
        if (spread.median === undefined || spread.p90 === undefined) continue;
        seconds.set({ what, days, quantile: '0.5' }, spread.median / second);
        seconds.set({ what, days, quantile: '0.9' }, spread.p90 / second);
      }
      const { cadence, promises } = numbers;
      if (cadence.percent !== undefined) kept.set({ what: 'cadence', days }, cadence.percent);
      if (promises.percent !== undefined) kept.set({ what: 'promises', days }, promises.percent);
    }
  };
}

function spreads(numbers: IncidentNumbers): readonly (readonly [string, Spread])[] {
  return [
    ['acknowledge', numbers.toAcknowledge],
    ['room', numbers.toRoom],
    ['first_update', numbers.toFirstUpdate],
    ['mitigate', numbers.toMitigate],
    ['resolve', numbers.toResolve],
    ['worst_late', numbers.late],
    ['detect', numbers.toDetect],
    ['without_commander', numbers.withoutCommander],
  ];
}
