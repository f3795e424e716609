import { laterBy, minute } from '../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from './decision.ts';
import type { IncidentEvent, IncidentEventOf } from './event.ts';
import type { Incident, IncidentUpdate } from './incident.ts';
import { type IncidentCadence, nextUpdateAt } from './lifecycle.ts';
import { mayDo } from './permission.ts';
import type { UpdateKind } from './words.ts';

/** An approval is good for so long; what was true then may not be later. */
export const approvalLastsMs = 10 * minute;
/** A draft that waits so long while an update is owed may be approved by the deputy or a manager. */
export const approvalWaitMs = 5 * minute;

const wordedBeforehand: ReadonlySet<UpdateKind> = new Set(['acknowledgement', 'nothing_new']);

/** What an approval rests on: when one of these changes, it expires. */
export function factsOf(incident: Incident): string {
  return JSON.stringify([
    incident.lifecycle,
    incident.customerStatus,
    incident.severity,
    incident.impact?.what ?? '',
    incident.resolved?.text ?? '',
  ]);
}

/** The update that somebody works on now. */
export function updateAtWork(incident: Incident): IncidentUpdate | undefined {
  const latest = incident.updates.at(-1);
  return latest && (latest.state === 'draft' || latest.state === 'pending') ? latest : undefined;
}

/** A draft for customers; what stood before is superseded. */
export function draftUpdate(
  incident: Incident,
  update: Pick<IncidentEventOf<'update_drafted'>['update'], 'kind' | 'fields' | 'promises' | 'corrects'>,
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'draft', asked)) return { refused: 'not_allowed' };
  if (isOver(incident)) return { refused: 'ended' };
  const id = `u${incident.updates.length + 1}`;
  return {
    events: [
      {
        type: 'update_drafted',
        update: { update: id, ...update, facts: factsOf(incident) },
        ...stampOf(asked),
      },
      { type: 'update_submitted', update: id, ...stampOf(asked) },
    ],
  };
}

/**
 * Lets an update go to every attached ticket. The commander approves; the deputy and managers may when it has waited while
 * one is owed, which is written down; what is worded beforehand whoever may draft may send.
 */
export function approveUpdate(incident: Incident, id: string, asked: IncidentAsked): IncidentDecision {
  const update = incident.updates.find((known) => known.update === id);
  if (!update) return { refused: 'nothing_to_do' };
  if (update.state === 'approved' || update.state === 'delivered' || update.state === 'partial')
    return nothingFollows;
  if (update.state !== 'draft' && update.state !== 'pending') return { refused: 'nothing_to_do' };
  if (isOver(incident)) return { refused: 'ended' };
  if (update.facts !== factsOf(incident)) {
    return {
      events: [{ type: 'update_expired', update: id, reason: 'The facts have changed', ...stampOf(asked) }],
    };
  }
  const isOwn = mayDo(incident, 'approve', asked) && asked.role !== 'manager';
  const stands = isOwn || (wordedBeforehand.has(update.kind) && mayDo(incident, 'draft', asked));
  const mayStandIn = stands || standsIn(incident, update, asked);
  if (!mayStandIn) return { refused: 'not_allowed' };
  const tickets = incident.tickets.map(({ ticket }) => ticket);
  if (tickets.length === 0) return { refused: 'nothing_to_do' };
  return {
    events: [
      {
        type: 'update_approved',
        update: id,
        tickets,
        ...(stands ? {} : { insteadOfCommander: true as const }),
        ...stampOf(asked),
      },
    ],
  };
}

/** The commander is silent while customers wait. */
function standsIn(incident: Incident, update: IncidentUpdate, asked: IncidentAsked): boolean {
  const isDeputy = incident.roles.deputy.state === 'accepted' && incident.roles.deputy.person === asked.by;
  if (!isDeputy && asked.role !== 'manager' && asked.role !== 'desk') return false;
  const isOwed = incident.cadence !== undefined && incident.cadence.dueAt <= asked.at;
  return isOwed && laterBy(update.draftedAt, approvalWaitMs) <= asked.at;
}

export function rejectUpdate(
  incident: Incident,
  { update: id, reason }: { readonly update: string; readonly reason: string },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'approve', asked)) return { refused: 'not_allowed' };
  if (updateAtWork(incident)?.update !== id) return { refused: 'nothing_to_do' };
  if (reason.trim() === '') return { refused: 'empty' };
  return { events: [{ type: 'update_rejected', update: id, reason, ...stampOf(asked) }] };
}

/** It stands in a ticket's thread. When the last one has it, or could not be reached, the next update is owed anew. */
export function recordUpdateDelivery(
  incident: Incident,
  receipt: { readonly update: string; readonly ticket: string; readonly message: string },
  { cadence, asked }: { readonly cadence: IncidentCadence; readonly asked: IncidentAsked },
): IncidentDecision {
  const update = incident.updates.find((known) => known.update === receipt.update);
  const delivery = update?.deliveries[receipt.ticket];
  if (!update || delivery === undefined || 'id' in delivery) return nothingFollows;
  const delivered: IncidentEvent = { type: 'update_delivered', ...receipt, ...stampOf(asked) };
  return {
    events: [delivered, ...owedNext(incident, { update, ticket: receipt.ticket }, { cadence, asked })],
  };
}

/** It could not be said there; that ticket's customer still waits. */
export function recordUpdateFailure(
  incident: Incident,
  failure: { readonly update: string; readonly ticket: string; readonly reason: string },
  { cadence, asked }: { readonly cadence: IncidentCadence; readonly asked: IncidentAsked },
): IncidentDecision {
  const update = incident.updates.find((known) => known.update === failure.update);
  const delivery = update?.deliveries[failure.ticket];
  if (!update || delivery === undefined || 'id' in delivery || 'failedAt' in delivery) return nothingFollows;
  const failed: IncidentEvent = { type: 'update_failed', ...failure, ...stampOf(asked) };
  const isFirst = Object.values(update.deliveries).some((each) => 'id' in each);
  return {
    events: [
      failed,
      ...(isFirst ? owedNext(incident, { update, ticket: failure.ticket }, { cadence, asked }) : []),
    ],
  };
}

/** After the last delivery of an update that reached somebody: due by the cadence from then. A final one owes nothing. */
function owedNext(
  incident: Incident,
  { update, ticket }: { readonly update: IncidentUpdate; readonly ticket: string },
  { cadence, asked }: { readonly cadence: IncidentCadence; readonly asked: IncidentAsked },
): readonly IncidentEvent[] {
  const others = Object.entries(update.deliveries).filter(([id]) => id !== ticket);
  if (others.some(([, each]) => 'waiting' in each) || update.kind === 'final' || isOver(incident)) return [];
  if (incident.lifecycle === 'resolved') return [];
  const promisedAt = update.promises ?? incident.cadence?.promisedAt;
  const dueAt = nextUpdateAt({ customerStatus: incident.customerStatus, promisedAt }, cadence, asked.at);
  return [{ type: 'cadence_set', dueAt, because: 'cadence', ...stampOf({ ...asked, by: 'desk' }) }];
}

/** What failed is said again, to those alone. */
export function retryUpdate(incident: Incident, id: string, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'draft', asked)) return { refused: 'not_allowed' };
  const update = incident.updates.find((known) => known.update === id);
  const failed = Object.entries(update?.deliveries ?? {}).flatMap(([ticket, each]) =>
    'failedAt' in each ? [ticket] : [],
  );
  if (failed.length === 0) return nothingFollows;
  return { events: [{ type: 'update_retried', update: id, tickets: failed, ...stampOf(asked) }] };
}

const mostSnoozes = 2;

/** The reminder is put off: a few times, with a reason, and never past what customers were told. */
export function snoozeUpdate(
  incident: Incident,
  { minutes, reason }: { readonly minutes: number; readonly reason: string },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'snooze', asked)) return { refused: 'not_allowed' };
  const { cadence } = incident;
  if (!cadence || isOver(incident)) return { refused: 'ended' };
  if (reason.trim() === '') return { refused: 'empty' };
  const until = laterBy(asked.at, minutes * minute);
  const isTooFar = cadence.promisedAt !== undefined && until > cadence.promisedAt;
  if (cadence.snoozes.length >= mostSnoozes || isTooFar) return { refused: 'nothing_to_do' };
  return { events: [{ type: 'update_snoozed', until, reason, ...stampOf(asked) }] };
}

function isOver({ lifecycle }: Incident): boolean {
  return lifecycle === 'cancelled' || lifecycle === 'merged' || lifecycle === 'closed';
}
