import type { Instant } from '../../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEvent } from '../event.ts';
import { holderOf, type Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { isUnderWay, leadRoles } from '../words.ts';
import type { AttachedTicket } from './attached-ticket.ts';

/** This one is part of another. First step of two; `absorbIncident` on the other one is the second. */
export function mergeIncident(incident: Incident, into: Incident, asked: IncidentAsked): IncidentDecision {
  if (!mayDo(incident, 'merge', asked) || !mayDo(into, 'merge', asked)) return { refused: 'not_allowed' };
  if (incident.id === into.id) return { refused: 'same_incident' };
  if (incident.merged) return incident.merged.into === into.id ? nothingFollows : { refused: 'ended' };
  if (!isUnderWay(incident.lifecycle) || !isUnderWay(into.lifecycle)) return { refused: 'ended' };
  if (incident.visibility === 'restricted' && into.visibility === 'open')
    return { refused: 'wider_audience' };
  if (incident.mode !== into.mode) return { refused: 'wider_audience' };
  const { dueAt, promisedAt } = incident.cadence ?? {};
  return {
    events: [
      {
        type: 'merged',
        into: into.id,
        ...(dueAt === undefined ? {} : { dueAt }),
        ...(promisedAt === undefined ? {} : { promisedAt }),
        ...stampOf(asked),
      },
    ],
  };
}

/** Second step of a merge: tickets, people, and the earlier of what is owed move over. Done twice, it changes nothing. */
export function absorbIncident(target: Incident, source: Incident, asked: IncidentAsked): IncidentDecision {
  if (!source.merged || target.id === source.id) return nothingFollows;
  if (target.absorbed.some(({ incident }) => incident === source.id)) return nothingFollows;
  if (target.merged) return { refused: 'ended' };
  const { dueAt, promisedAt } = source.merged;
  const absorbed: IncidentEvent = {
    type: 'absorbed',
    incident: source.id,
    tickets: source.tickets.map((ticket) => namedAfter(source, ticket)),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(promisedAt === undefined ? {} : { promisedAt }),
    ...stampOf(asked),
  };
  return { events: [absorbed, ...peopleOf(source, target, asked)] };
}

/** The other incident counts its own updates from 1: what its tickets were told keeps the number of this one. */
function namedAfter({ id }: Incident, { told, failed, ...ticket }: AttachedTicket): AttachedTicket {
  return {
    ...ticket,
    ...(told ? { told: { ...told, update: `${id}:${told.update}` } } : {}),
    ...(failed ? { failed: { ...failed, update: `${id}:${failed.update}` } } : {}),
  };
}

/** Who worked on it goes on in the other room. Who only read along does not: it may be a smaller circle. */
function peopleOf(source: Incident, target: Incident, asked: IncidentAsked): readonly IncidentEvent[] {
  const leads = leadRoles.flatMap((role) => {
    const person = holderOf(source, role);
    return person === undefined ? [] : [{ area: source.id, person }];
  });
  const all = [...source.specialists.map(({ area, person }) => ({ area, person })), ...leads];
  const there = new Set([
    ...leadRoles.flatMap((role) => holderOf(target, role) ?? []),
    ...target.specialists.map(({ person }) => person),
  ]);
  const coming = new Map(
    all.filter(({ person }) => !there.has(person)).map((each) => [each.person, each] as const),
  );
  return [...coming.values()].map(({ area, person }) => ({
    type: 'specialist_named',
    area,
    person,
    ...stampOf({ ...asked, by: 'desk' }),
  }));
}

/** The other one has everything: nothing more is owed here. */
export function finishMergeOf(source: Incident, asked: IncidentAsked): IncidentDecision {
  if (!source.merged || source.merged.done) return nothingFollows;
  return { events: [{ type: 'merge_finished', ...stampOf(asked) }] };
}

/** The earlier of two moments, one of which may not be. */
export function earlier(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
