import type { IncidentFigures } from './figures.ts';
import type { LogEntry } from './log.ts';

/** An incident in numbers, from its log alone. */
export function incidentFigures(log: readonly LogEntry[]): IncidentFigures {
  const declaredAt = log[0]?.event.at ?? '';
  return {
    declaredAt,
    updatesDue: 0,
    updatesInTime: 0,
    lateMs: 0,
    worstLateMs: 0,
    promises: 0,
    promisesKept: 0,
    withoutCommanderMs: 0,
    withoutLiaisonMs: 0,
    rungs: 0,
    approvedByOthers: 0,
    corrections: 0,
    deliveriesFailed: 0,
    reopened: 0,
  };
}
