import { type Instant, laterBy, minute } from '../../time.ts';
import { applyIncident } from '../apply.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEventOf } from '../event.ts';
import { holderOf, type Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { isOver, isUnderWay, type UpdateKind } from '../words.ts';
import type { IncidentUpdate } from './incident-update.ts';
import { lastTold } from './update-draft.ts';
import { factsOf } from './update-facts.ts';

/** An approval is good for so long; what was true then may not be later. */
export const approvalLastsMs = 10 * minute;
/** A draft that waits so long while an update is owed may be approved by the deputy or a manager. */
export const approvalWaitMs = 5 * minute;

/** What may go out without the commander. */
export const wordedBeforehand: ReadonlySet<UpdateKind> = new Set(['acknowledgement', 'nothing_new']);

/** The update that somebody works on now. */
export function updateAtWork(incident: Incident): IncidentUpdate | undefined {
  const latest = incident.updates.at(-1);
  return latest && (latest.state === 'draft' || latest.state === 'pending') ? latest : undefined;
}

/** What is written for customers. */
export type DraftedUpdate = Pick<
  IncidentEventOf<'update_drafted'>['update'],
  'kind' | 'fields' | 'promises' | 'corrects'
>;

/** A draft for customers; what stood before is superseded. */
export function draftUpdate(
  incident: Incident,
  update: DraftedUpdate,
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'draft', asked)) return { refused: 'not_allowed' };
  if (isOver(incident)) return { refused: 'ended' };
  if (wordedBeforehand.has(update.kind) && !isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  if (update.kind === 'final' && isUnderWay(incident.lifecycle)) return { refused: 'not_resolved' };
  if (update.kind === 'correction' && !incident.updates.some((known) => known.update === update.corrects))
    return { refused: 'nothing_to_do' };
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
 * one is owed, which is written down; what is worded beforehand whoever may draft may send. The desk itself never.
 * `promises`: the next update as customers are told it from now on.
 */
export function approveUpdate(
  incident: Incident,
  approval: string | { readonly update: string; readonly promises?: Instant | undefined },
  asked: IncidentAsked,
): IncidentDecision {
  const { update: id, promises } =
    typeof approval === 'string' ? { update: approval, promises: undefined } : approval;
  const update = incident.updates.find((known) => known.update === id);
  if (!update) return { refused: 'nothing_to_do' };
  if (isLetGo.has(update.state)) return nothingFollows;
  if (update.state === 'expired' || update.state === 'superseded') return { refused: 'facts_changed' };
  if (update.state !== 'draft' && update.state !== 'pending') return { refused: 'nothing_to_do' };
  if (isOver(incident)) return { refused: 'ended' };
  if (update.facts !== factsOf(incident)) {
    return {
      events: [{ type: 'update_expired', update: id, reason: 'The facts have changed', ...stampOf(asked) }],
    };
  }
  const isWorded = wordedBeforehand.has(update.kind) && mayDo(incident, 'draft', asked);
  const stands = asked.by !== 'desk' && (holderOf(incident, 'commander') === asked.by || isWorded);
  if (!stands && !standsIn(incident, update, asked)) return { refused: 'not_allowed' };
  const tickets = incident.tickets.map(({ ticket }) => ticket);
  if (tickets.length === 0) return { refused: 'nothing_to_do' };
  return {
    events: [
      {
        type: 'update_approved',
        update: id,
        tickets,
        ...(stands ? {} : { insteadOfCommander: true as const }),
        ...(promises === undefined || update.promises === undefined ? {} : { promises }),
        ...stampOf(asked),
      },
    ],
  };
}

const isLetGo: ReadonlySet<IncidentUpdate['state']> = new Set(['approved', 'delivered', 'partial', 'failed']);

/**
 * Nothing happened since customers were told: that is worded beforehand, with what was ruled out and comes next where
 * somebody says so, and goes out at once. Not while they do not know of a change.
 */
export function sayNothingNew(
  incident: Incident,
  update: Omit<DraftedUpdate, 'kind' | 'corrects'>,
  asked: IncidentAsked,
): IncidentDecision {
  const told = lastTold(incident);
  if (told && told.facts !== factsOf(incident)) return { refused: 'facts_changed' };
  const drafted = draftUpdate(incident, { ...update, kind: 'nothing_new' }, asked);
  if ('refused' in drafted) return drafted;
  const after = applyIncident(incident, drafted.events);
  const approved = approveUpdate(after, after.updates.at(-1)?.update ?? '', asked);
  return 'refused' in approved ? approved : { events: [...drafted.events, ...approved.events] };
}

/** The commander is silent while customers wait. */
function standsIn(incident: Incident, update: IncidentUpdate, asked: IncidentAsked): boolean {
  const isDeputy = incident.roles.deputy.state === 'accepted' && incident.roles.deputy.person === asked.by;
  if (!isDeputy && asked.role !== 'manager') return false;
  const isOwed = incident.cadence !== undefined && incident.cadence.dueAt <= asked.at;
  return isOwed && laterBy(update.draftedAt, approvalWaitMs) <= asked.at;
}

/** Back to whoever drafted it, with a reason. */
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

/** What failed is said again, to those alone. */
export function retryUpdate(incident: Incident, id: string, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'draft', asked)) return { refused: 'not_allowed' };
  const update = incident.updates.find((known) => known.update === id);
  const failed = Object.entries(update?.deliveries ?? {}).flatMap(([ticket, each]) =>
    'failedAt' in each ? [ticket] : [],
  );
  if (!update || failed.length === 0) return nothingFollows;
  if (isOver(incident)) return { refused: 'ended' };
  if (update.facts !== factsOf(incident)) return { refused: 'facts_changed' };
  return { events: [{ type: 'update_retried', update: id, tickets: failed, ...stampOf(asked) }] };
}
