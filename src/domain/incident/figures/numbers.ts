import { day, type Instant, laterBy, millisecondsBetween } from '../../time.ts';
import { lateAfterMs } from '../cadence/rungs.ts';
import type { IncidentSummary } from '../summary.ts';
import { isUnderWay } from '../words.ts';
import type { IncidentFigures } from './figures.ts';

/** A length of time over several incidents, in ms. `missing`: those in which it did not happen, or nobody said when. */
export type Spread = {
  readonly of: number;
  readonly missing: number;
  readonly median?: number;
  readonly p90?: number;
};

/** A share. Without any there is no percentage. */
export type Share = { readonly done: number; readonly of: number; readonly percent?: number };

/** What incidents declared in a period come to. Drills, false alarms, and what was merged into another do not count. */
export type IncidentNumbers = {
  readonly days: number;
  readonly declared: number;
  readonly reopened: number;
  readonly toDetect: Spread;
  readonly toAcknowledge: Spread;
  readonly toRoom: Spread;
  readonly toFirstUpdate: Spread;
  readonly toMitigate: Spread;
  readonly toResolve: Spread;
  readonly cadence: Share;
  readonly promises: Share;
  readonly late: Spread;
  /** How long nobody had accepted to lead, or acted. */
  readonly withoutCommander: Spread;
  readonly rungs: number;
  readonly corrections: number;
  readonly deliveriesFailed: number;
};

/** Incidents declared in the last so many days. */
export function incidentNumbers(
  incidents: readonly IncidentSummary[],
  { now, days }: { readonly now: Instant; readonly days: number },
): IncidentNumbers {
  const since = laterBy(now, -days * day);
  const counted = incidents
    .filter((incident) => isCounted(incident) && incident.declaredAt >= since && incident.declaredAt <= now)
    .map(({ figures }) => figures);
  const spread = (from: Moment, to: Moment) => spreadOf(counted.map((figures) => between(figures, from, to)));
  const sum = (key: Count) => counted.reduce((all, figures) => all + figures[key], 0);
  return {
    days,
    declared: counted.length,
    reopened: sum('reopened'),
    toDetect: spread('impactSince', 'declaredAt'),
    toAcknowledge: spread('declaredAt', 'acknowledgedAt'),
    toRoom: spread('declaredAt', 'roomAt'),
    toFirstUpdate: spread('declaredAt', 'firstToldAt'),
    toMitigate: spread('impactSince', 'mitigatedAt'),
    toResolve: spread('impactSince', 'resolvedAt'),
    cadence: shareOf(sum('updatesInTime'), sum('updatesDue')),
    promises: shareOf(sum('promisesKept'), sum('promises')),
    late: spreadOf(counted.map(({ worstLateMs }) => worstLateMs)),
    withoutCommander: spreadOf(counted.map(({ withoutCommanderMs }) => withoutCommanderMs)),
    rungs: sum('rungs'),
    corrections: sum('corrections'),
    deliveriesFailed: sum('deliveriesFailed'),
  };
}

/** What is under way now. Drills do not count. */
export type LiveNumbers = {
  readonly bySeverity: Readonly<Record<IncidentSummary['severity'], number>>;
  /** The longest of the live ones without anybody leading, counted over the whole incident. */
  readonly withoutCommanderMs: number;
  readonly updatesOverdue: number;
};

/** Incidents under way at that moment. */
export function liveNumbers(incidents: readonly IncidentSummary[], now: Instant): LiveNumbers {
  const live = incidents.filter(({ mode, lifecycle }) => mode === 'live' && isUnderWay(lifecycle));
  const count = (severity: IncidentSummary['severity']) =>
    live.filter((incident) => incident.severity === severity).length;
  const waits = live
    .filter(({ commander }) => commander === undefined)
    // The figures go up to the last thing that happened.
    .map(
      ({ figures, changedAt }) =>
        figures.withoutCommanderMs + Math.max(0, millisecondsBetween(changedAt, now)),
    );
  return {
    bySeverity: { P1: count('P1'), P2: count('P2'), P3: count('P3'), P4: count('P4') },
    withoutCommanderMs: Math.max(0, ...waits),
    updatesOverdue: live.filter(({ dueAt }) => dueAt !== undefined && laterBy(dueAt, lateAfterMs) <= now)
      .length,
  };
}

/** Whether an incident stands in figures and reports. */
export function isCounted({ mode, lifecycle }: Pick<IncidentSummary, 'mode' | 'lifecycle'>): boolean {
  return mode === 'live' && lifecycle !== 'cancelled' && lifecycle !== 'merged';
}

type Moment = Extract<keyof IncidentFigures, `${string}At` | 'impactSince'>;
type Count =
  | 'reopened'
  | 'updatesInTime'
  | 'updatesDue'
  | 'promisesKept'
  | 'promises'
  | 'rungs'
  | 'corrections'
  | 'deliveriesFailed';

function between(figures: IncidentFigures, from: Moment, to: Moment): number | undefined {
  const [start, end] = [figures[from], figures[to]];
  return start === undefined || end === undefined ? undefined : millisecondsBetween(start, end);
}

function shareOf(done: number, of: number): Share {
  return of === 0 ? { done, of } : { done, of, percent: (100 * done) / of };
}

/** Median and 90th percentile: the smallest value that so many are not above. No mean: one long night would be all of it. */
export function spreadOf(values: readonly (number | undefined)[]): Spread {
  const known = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  const base = { of: known.length, missing: values.length - known.length };
  const at = (share: number) => known[Math.max(0, Math.ceil(share * known.length) - 1)];
  const [median, p90] = [at(0.5), at(0.9)];
  return median === undefined || p90 === undefined ? base : { ...base, median, p90 };
}
