import { type Instant, millisecondsBetween } from '../../time.ts';
import type { IncidentEvent, IncidentEventOf, IncidentEventType } from '../event.ts';
import type { LogEntry } from '../log/log.ts';
import type { IncidentFigures } from './figures.ts';
import { holdingOf } from './holding.ts';
import { punctuality } from './punctuality.ts';

/**
 * An incident in numbers, from its log alone. What is under way is counted up to the last moment of the log, so that the
 * same log gives the same numbers at any time.
 */
export function incidentFigures(log: readonly LogEntry[]): IncidentFigures {
  const events = log.map(({ event }) => event);
  const declaredAt = events[0]?.at ?? '';
  const impactSince = all(events, 'impact_stated').findLast(({ since }) => since !== undefined)?.since;
  const acknowledgedAt = events.find(isLed)?.at;
  const roomAt = events.find(isRoom)?.at;
  const firstToldAt = all(events, 'update_delivered')[0]?.at;
  const mitigatedAt = all(events, 'status_changed').findLast(({ to }) => to === 'monitoring')?.at;
  const resolvedAt = events.findLast(({ type }) => type === 'resolved' || type === 'reopened');
  return {
    declaredAt,
    ...(impactSince === undefined ? {} : { impactSince }),
    ...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
    ...(roomAt === undefined ? {} : { roomAt }),
    ...(firstToldAt === undefined ? {} : { firstToldAt }),
    ...(mitigatedAt === undefined ? {} : { mitigatedAt }),
    ...(resolvedAt?.type === 'resolved' ? { resolvedAt: resolvedAt.at } : {}),
    ...punctuality(events),
    withoutCommanderMs: without(events, 'commander'),
    withoutLiaisonMs: without(events, 'liaison'),
    rungs: all(events, 'reminded').length,
    approvedByOthers: all(events, 'update_approved').filter((each) => each.insteadOfCommander).length,
    corrections: correctionsSent(events),
    deliveriesFailed: all(events, 'update_failed').length,
    reopened: all(events, 'reopened').length,
  };
}

/** The last moment of a log; what somebody wrote down late does not turn it back. */
export function endOfLog(events: readonly Pick<IncidentEvent, 'at'>[]): Instant {
  return events.reduce((latest, { at }) => (at > latest ? at : latest), '');
}

function all<T extends IncidentEventType>(
  events: readonly IncidentEvent[],
  type: T,
): readonly IncidentEventOf<T>[] {
  return events.filter((event): event is IncidentEventOf<T> => event.type === type);
}

function isLed(event: IncidentEvent): boolean {
  return (event.type === 'role_accepted' || event.type === 'role_acting') && event.role === 'commander';
}

function isRoom(event: IncidentEvent): boolean {
  return event.type === 'room_degraded' || (event.type === 'room_step_done' && event.step === 'create');
}

function without(events: readonly IncidentEvent[], role: 'commander' | 'liaison'): number {
  return holdingOf(events, role)
    .filter(({ person }) => person === undefined)
    .reduce((sum, { from, to }) => sum + millisecondsBetween(from, to), 0);
}

function correctionsSent(events: readonly IncidentEvent[]): number {
  const corrections = all(events, 'update_drafted').filter(({ update }) => update.kind === 'correction');
  const told = new Set(all(events, 'update_delivered').map(({ update }) => update));
  return corrections.filter(({ update }) => told.has(update.update)).length;
}
