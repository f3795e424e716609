import { day, type Instant, laterBy, millisecondsBetween, minute } from '../time.ts';
import type { Severity } from '../words.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from './decision.ts';
import type { IncidentEvent, IncidentEventOf } from './event.ts';
import { holderOf, type Incident } from './incident.ts';
import { mayDo } from './permission.ts';
import { type CustomerStatus, isUnderWay } from './words.ts';

/** How often customers hear, in ms, by what they are told and by severity. */
export type IncidentCadence = {
  readonly firstMs: number;
  readonly activeMs: number;
  readonly monitoringMs: number;
  readonly finalMs: number;
};

/** How often customers hear while they are told that status, in ms. */
export function cadenceMs(cadence: IncidentCadence, status: CustomerStatus): number {
  return status === 'monitoring' ? cadence.monitoringMs : cadence.activeMs;
}

/** When an update is owed by the cadence after one was delivered; never past a time that customers were told. */
export function nextUpdateAt(
  {
    customerStatus,
    promisedAt: promised,
  }: Pick<Incident, 'customerStatus'> & { readonly promisedAt: Instant | undefined },
  cadence: IncidentCadence,
  deliveredAt: Instant,
): Instant {
  const byCadence = laterBy(deliveredAt, cadenceMs(cadence, customerStatus));
  return promised !== undefined && promised > deliveredAt && promised < byCadence ? promised : byCadence;
}

/** What customers are told about it changed: an update is owed at once. */
export function changeStatus(
  incident: Incident,
  change: { readonly to: Exclude<CustomerStatus, 'resolved'>; readonly text: string },
  asked: IncidentAsked,
): IncidentDecision {
  const isBack = incident.customerStatus === 'monitoring' && change.to !== 'monitoring';
  if (!mayDo(incident, isBack ? 'bring_back' : 'steer', asked)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  if (incident.customerStatus === change.to) return nothingFollows;
  if (change.text.trim() === '') return { refused: 'empty' };
  return {
    events: [
      { type: 'status_changed', ...change, ...stampOf(asked) },
      { type: 'cadence_set', dueAt: asked.at, because: 'change', ...stampOf({ ...asked, by: 'desk' }) },
    ],
  };
}

const rank: Readonly<Record<Severity, number>> = { P1: 1, P2: 2, P3: 3, P4: 4 };

/** Graver or less grave. A graver one never makes customers wait longer, a lesser one never past what they were told. */
export function changeSeverity(
  incident: Incident,
  change: { readonly to: Severity; readonly reason: string; readonly cadence: IncidentCadence },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'steer', asked)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  const { to, reason, cadence } = change;
  if (to === incident.severity) return nothingFollows;
  if (reason.trim() === '') return { refused: 'empty' };
  const changed: IncidentEvent = {
    type: 'severity_changed',
    was: incident.severity,
    to,
    reason,
    ...stampOf(asked),
  };
  const due = incident.cadence?.dueAt;
  const anew = laterBy(asked.at, cadenceMs(cadence, incident.customerStatus));
  const isGraver = rank[to] < rank[incident.severity];
  const promised = incident.cadence?.promisedAt;
  const next = isGraver ? anew : [anew, ...(promised === undefined ? [] : [promised])].sort()[0];
  if (due === undefined || next === undefined || next >= due) return { events: [changed] };
  return {
    events: [
      changed,
      { type: 'cadence_set', dueAt: next, because: 'change', ...stampOf({ ...asked, by: 'desk' }) },
    ],
  };
}

/** It is over for customers. Its tickets stay open until they were told so. */
export function resolveIncident(
  incident: Incident,
  resolution: Pick<IncidentEventOf<'resolved'>, 'text' | 'dataLoss' | 'reviewOwner'> & {
    readonly cadence: IncidentCadence;
  },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'resolve', asked)) return { refused: 'not_allowed' };
  if (incident.lifecycle === 'resolved') return nothingFollows;
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  const { text, dataLoss, reviewOwner, cadence } = resolution;
  if (text.trim() === '') return { refused: 'empty' };
  return {
    events: [
      { type: 'resolved', text, dataLoss, reviewOwner, ...stampOf(asked) },
      {
        type: 'cadence_set',
        dueAt: laterBy(asked.at, cadence.finalMs),
        because: 'final',
        ...stampOf({ ...asked, by: 'desk' }),
      },
    ],
  };
}

/** A resolved incident that is back within this time is the same one; later it is a new one with a link. */
export const reopenWithinMs = 7 * day;

/** It is back. Anybody of the team may say so: nobody waits for a commander who has gone home. */
export function reopenIncident(
  incident: Incident,
  reopening: { readonly reason: string; readonly cadence: IncidentCadence },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (isUnderWay(incident.lifecycle)) return nothingFollows;
  const endedAt = incident.resolved?.at;
  if (endedAt === undefined) return { refused: 'ended' };
  if (millisecondsBetween(endedAt, asked.at) > reopenWithinMs) return { refused: 'too_old' };
  if (reopening.reason.trim() === '') return { refused: 'empty' };
  return {
    events: [
      { type: 'reopened', reason: reopening.reason, ...stampOf(asked) },
      {
        type: 'cadence_set',
        dueAt: laterBy(asked.at, reopening.cadence.firstMs),
        because: 'first',
        ...stampOf({ ...asked, by: 'desk' }),
      },
    ],
  };
}

/** Whoever declared it may take it back so long, while nobody has accepted to lead it. */
const takeBackMs = 10 * minute;

/** A false alarm. When customers were told, they must be told that too, before it ends. */
export function cancelIncident(incident: Incident, reason: string, asked: IncidentAsked): IncidentDecision {
  const isOwn =
    incident.declared.by === asked.by &&
    holderOf(incident, 'commander') === undefined &&
    millisecondsBetween(incident.declared.at, asked.at) <= takeBackMs;
  if (!isOwn && !mayDo(incident, 'resolve', asked)) return { refused: 'not_allowed' };
  if (incident.lifecycle === 'cancelled') return nothingFollows;
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  if (reason.trim() === '') return { refused: 'empty' };
  if (mustBeCorrected(incident)) return { refused: 'customers_were_told' };
  return { events: [{ type: 'cancelled', reason, ...stampOf(asked) }] };
}

/** Somebody was told of it, or is about to be, and the last thing they were told does not put it right. */
function mustBeCorrected(incident: Incident): boolean {
  const isOnItsWay = incident.updates.some(
    ({ kind, state, deliveries }) =>
      kind !== 'correction' &&
      state === 'approved' &&
      Object.values(deliveries).some((delivery) => 'waiting' in delivery),
  );
  if (isOnItsWay) return true;
  const told = incident.tickets.flatMap((ticket) => (ticket.told ? [ticket.told.update] : []));
  return told.some(
    (update) => incident.updates.find((known) => known.update === update)?.kind !== 'correction',
  );
}

/** The review is done and every action is decided: nothing more is owed to anybody. */
export function closeIncident(incident: Incident, asked: IncidentAsked): IncidentDecision {
  const isOwner = incident.review?.owner === asked.by;
  if (!isOwner && !mayDo(incident, 'resolve', asked)) return { refused: 'not_allowed' };
  if (incident.lifecycle === 'closed') return nothingFollows;
  if (incident.lifecycle !== 'in_review') return { refused: 'still_under_way' };
  if (incident.review?.state !== 'reviewed') return { refused: 'review_open' };
  if (incident.actions.some(({ state }) => state === 'proposed')) return { refused: 'actions_open' };
  return { events: [{ type: 'closed', ...stampOf(asked) }] };
}
