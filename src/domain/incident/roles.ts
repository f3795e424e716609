import type { PersonId } from '../chat-event.ts';
import { laterBy, minute } from '../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from './decision.ts';
import type { IncidentEvent } from './event.ts';
import { holderOf, type Incident } from './incident.ts';
import { mayDo, rolesOf } from './permission.ts';
import { isUnderWay, type LeadRole } from './words.ts';

/** How long somebody has to accept before the next one is asked. */
export const acceptWithinMs: Readonly<Record<LeadRole, number>> = {
  commander: 3 * minute,
  deputy: 5 * minute,
  liaison: 5 * minute,
  backup_liaison: 5 * minute,
  scribe: 5 * minute,
};

/** While nobody leads, whoever declared it acts as commander from then on, and is said to. */
export const actingAfterMs = 10 * minute;

/**
 * Asks the next candidate who was not asked yet, can be asked, and has no other role in it; those who have one come last,
 * because a one-person team must still be led. Nobody left: the role is exhausted, said once.
 */
export function offerRole(
  incident: Incident,
  role: LeadRole,
  candidates: readonly PersonId[],
  asked: IncidentAsked,
): IncidentDecision {
  if (incident.lifecycle === 'cancelled' || incident.lifecycle === 'merged') return nothingFollows;
  const state = incident.roles[role];
  if (state.state === 'accepted' || state.state === 'offered') return nothingFollows;
  const willing = candidates.filter((person) => !state.passed.includes(person));
  const free = willing.filter(
    (person) => rolesOf(incident, person).length === 0 && !isAsked(incident, person),
  );
  const next = free[0] ?? (role === 'commander' || role === 'liaison' ? willing[0] : undefined);
  if (next === undefined) {
    return state.state === 'exhausted'
      ? nothingFollows
      : { events: [{ type: 'role_exhausted', role, ...stampOf(asked) }] };
  }
  return { events: [offer(role, next, asked)] };
}

function offer(role: LeadRole, person: PersonId, asked: IncidentAsked): IncidentEvent {
  return {
    type: 'role_offered',
    role,
    person,
    until: laterBy(asked.at, acceptWithinMs[role]),
    ...stampOf(asked),
  };
}

function isAsked(incident: Incident, person: PersonId): boolean {
  return Object.values(incident.roles).some((state) => state.state === 'offered' && state.person === person);
}

/** Whoever is asked says yes; or somebody of the team steps forward for a role that nobody has. */
export function acceptRole(incident: Incident, role: LeadRole, asked: IncidentAsked): IncidentDecision {
  if (asked.role === 'requester' || asked.by === 'desk') return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle) && incident.lifecycle !== 'resolved') return { refused: 'ended' };
  const state = incident.roles[role];
  if (state.state === 'accepted') {
    return state.person === asked.by ? nothingFollows : { refused: 'somebody_has_it' };
  }
  const isTheirs = state.state === 'offered' && state.person === asked.by;
  if (state.held !== undefined && !isTheirs) return { refused: 'somebody_has_it' };
  return { events: [{ type: 'role_accepted', role, person: asked.by, ...stampOf(asked) }] };
}

export function declineRole(incident: Incident, role: LeadRole, asked: IncidentAsked): IncidentDecision {
  const state = incident.roles[role];
  if (state.state !== 'offered' || state.person !== asked.by) return { refused: 'not_offered' };
  return { events: [{ type: 'role_declined', role, person: asked.by, ...stampOf(asked) }] };
}

/** The time to accept is over. */
export function noteSilence(incident: Incident, role: LeadRole, asked: IncidentAsked): IncidentDecision {
  const { state, person, until } = incident.roles[role];
  if (state !== 'offered' || person === undefined || until === undefined || until > asked.at)
    return nothingFollows;
  return { events: [{ type: 'role_silent', role, person, ...stampOf(asked) }] };
}

/** The holder, or a manager, asks somebody else to take over; the holder keeps the duty until they accept. */
export function handOver(
  incident: Incident,
  { role, to }: { readonly role: LeadRole; readonly to: PersonId },
  asked: IncidentAsked,
): IncidentDecision {
  const isHolder = holderOf(incident, role) === asked.by;
  if (!isHolder && asked.role !== 'manager' && asked.role !== 'desk') return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  if (holderOf(incident, role) === to) return nothingFollows;
  return { events: [offer(role, to, asked)] };
}

/** Nobody accepted for too long: whoever declared it acts, openly. */
export function actAsCommander(incident: Incident, person: PersonId, asked: IncidentAsked): IncidentDecision {
  if (holderOf(incident, 'commander') !== undefined || !isUnderWay(incident.lifecycle)) return nothingFollows;
  return { events: [{ type: 'role_acting', role: 'commander', person, ...stampOf(asked) }] };
}

/** Who has a role left the room or the company: the role is open again. */
export function leaveRole(
  incident: Incident,
  { role, why }: { readonly role: LeadRole; readonly why: string },
  asked: IncidentAsked,
): IncidentDecision {
  const person = holderOf(incident, role);
  if (person === undefined) return nothingFollows;
  const mayLeave = person === asked.by || asked.role === 'manager' || asked.role === 'desk';
  if (!mayLeave) return { refused: 'not_allowed' };
  return { events: [{ type: 'role_left', role, person, why, ...stampOf(asked) }] };
}

/** Somebody who knows the matter is called in. */
export function nameSpecialist(
  incident: Incident,
  specialist: { readonly area: string; readonly person: PersonId },
  asked: IncidentAsked,
): IncidentDecision {
  if (!mayDo(incident, 'log', asked)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  const { area, person } = specialist;
  const isNamed = incident.specialists.some((known) => known.area === area && known.person === person);
  return isNamed
    ? nothingFollows
    : { events: [{ type: 'specialist_named', area, person, ...stampOf(asked) }] };
}
