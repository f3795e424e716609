import type { PersonId } from '../../chat-event.ts';
import { laterBy, minute } from '../../time.ts';
import { isTakeoverOffered } from '../cadence/ladder.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { IncidentEvent, IncidentEventOf } from '../event.ts';
import { holderOf, type Incident } from '../incident.ts';
import { mayDo } from '../permission.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../words.ts';
import { partsBeside, standInOf } from './stand-in.ts';

/** How long somebody has to accept before the next one is asked. */
const acceptWithinMs: Readonly<Record<LeadRole, number>> = {
  commander: 3 * minute,
  deputy: 5 * minute,
  liaison: 5 * minute,
  backup_liaison: 5 * minute,
  scribe: 5 * minute,
};

/** While nobody leads, whoever declared it acts as commander from then on, and is said to. */
export const actingAfterMs = 10 * minute;

/** Asks the first one who was not asked yet in this round. Nobody left: the role is exhausted, said once. */
export function offerRole(
  incident: Incident,
  { role, candidates }: { readonly role: LeadRole; readonly candidates: readonly PersonId[] },
  asked: IncidentAsked,
): IncidentDecision {
  if (!isUnderWay(incident.lifecycle)) return nothingFollows;
  const { state, passed } = incident.roles[role];
  if (state === 'accepted' || state === 'offered') return nothingFollows;
  const next = candidates.find((person) => !passed.includes(person));
  if (next !== undefined) return { events: [offer(role, next, asked)] };
  return state === 'exhausted'
    ? nothingFollows
    : { events: [{ type: 'role_exhausted', role, ...stampOf(asked) }] };
}

function offer(role: LeadRole, person: PersonId, asked: IncidentAsked): IncidentEventOf<'role_offered'> {
  return {
    type: 'role_offered',
    role,
    person,
    until: laterBy(asked.at, acceptWithinMs[role]),
    ...stampOf(asked),
  };
}

/** Whoever is asked says yes; or somebody of the team steps forward for a role that nobody has accepted. */
export function acceptRole(incident: Incident, role: LeadRole, asked: IncidentAsked): IncidentDecision {
  return takeRole(incident, { role, confirmed: leadRoles }, asked);
}

/** The same, asking first whether somebody wants to keep the parts they have: `confirmed` are those they said yes for. */
export function takeRole(
  incident: Incident,
  { role, confirmed }: { readonly role: LeadRole; readonly confirmed: readonly LeadRole[] },
  asked: IncidentAsked,
): IncidentDecision {
  const { by } = asked;
  const state = incident.roles[role];
  const isTheirs = state.state === 'offered' && state.person === by;
  if (by === 'desk' || (asked.role === 'requester' && !isTheirs)) return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle) && incident.lifecycle !== 'resolved') return { refused: 'ended' };
  const instead = holderOf(incident, role);
  if (instead === by && !state.acting) return nothingFollows;
  const isFree = instead === undefined || state.acting || state.relief || isLate(incident, role);
  if (!isFree && !isTheirs) return { refused: 'somebody_has_it' };
  const besides = partsBeside(incident, role, by);
  if (besides.some((other) => !confirmed.includes(other))) return { refused: 'other_part' };
  const accepted: IncidentEvent = {
    type: 'role_accepted',
    role,
    person: by,
    ...(besides.length === 0 ? {} : { besides: [...besides] }),
    ...(instead === undefined ? {} : { instead }),
    ...stampOf(asked),
  };
  const standIn = standInOf(role);
  if (standIn === undefined || holderOf(incident, standIn) !== by) return { events: [accepted] };
  const why = `has taken another part: ${role}`;
  const freed: IncidentEvent = { type: 'role_left', role: standIn, person: by, why, ...stampOf(asked) };
  return { events: [accepted, freed] };
}

/** Whoever is asked says no: the next one is asked. */
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

/** Whoever is asked cannot be reached at all: nobody waits for them. */
export function passOver(
  incident: Incident,
  { role, person, why }: { readonly role: LeadRole; readonly person: PersonId; readonly why: string },
  asked: IncidentAsked,
): IncidentDecision {
  const state = incident.roles[role];
  if (state.state !== 'offered' || state.person !== person) return nothingFollows;
  return { events: [{ type: 'role_silent', role, person, why, ...stampOf(asked) }] };
}

/**
 * The holder, or a manager, asks somebody else to take over; the holder keeps the duty until they accept. While nobody has
 * accepted the role, anybody of the team may say who should.
 */
export function handOver(
  incident: Incident,
  { role, to, note }: { readonly role: LeadRole; readonly to: PersonId; readonly note?: string | undefined },
  asked: IncidentAsked,
): IncidentDecision {
  if (asked.role === 'requester') return { refused: 'not_allowed' };
  if (!isUnderWay(incident.lifecycle)) return { refused: 'ended' };
  const holder = holderOf(incident, role);
  const state = incident.roles[role];
  if (holder === to && !state.acting) return nothingFollows;
  const isFree = holder === undefined || state.acting || state.relief || isLate(incident, role);
  const isTheirs = holder === asked.by || asked.role === 'manager' || asked.role === 'desk';
  if (!isFree && !isTheirs) return { refused: 'not_allowed' };
  if (state.state === 'offered' && state.person === to) return nothingFollows;
  const words = note?.trim() ?? '';
  return { events: [{ ...offer(role, to, asked), ...(words === '' ? {} : { note: words }) }] };
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

/** Customers have waited so long for the liaison's word that whoever can may take over. */
function isLate(incident: Incident, role: LeadRole): boolean {
  return role === 'liaison' && isTakeoverOffered(incident);
}
