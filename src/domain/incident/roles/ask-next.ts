import { laterBy } from '../../time.ts';
import { type IncidentAsked, type IncidentDecision, nothingFollows, stampOf } from '../decision.ts';
import type { Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import type { LeadRole } from '../words.ts';
import { askAgainAfterMs, goneAt, isMissing } from './agenda-roles.ts';
import { candidatesFor, isNeeded, type Leading } from './candidates.ts';
import { inTurn } from './in-turn.ts';
import { leaveRole, noteSilence, offerRole, passOver } from './roles.ts';

/** A role that somebody is sought for: who can be asked, and who of them leads another incident. */
type Sought = { readonly role: LeadRole; readonly settings: IncidentSettings; readonly leading: Leading };

/** What is due about a role now: whoever left has it no longer, whoever was silent is passed over, the next one is asked. */
export function nextStepOfRole(incident: Incident, sought: Sought, asked: IncidentAsked): IncidentDecision {
  const { role } = sought;
  return inTurn(
    incident,
    (now) =>
      goneAt(now, role) === undefined
        ? nothingFollows
        : leaveRole(now, { role, why: 'left the room' }, asked),
    (now) => noteSilence(now, role, asked),
    (now) => passMissing(now, role, asked),
    (now) => askNext(now, sought, asked),
  );
}

/** Whoever cannot be let in cannot lead: nobody waits for their answer. */
function passMissing(incident: Incident, role: LeadRole, asked: IncidentAsked): IncidentDecision {
  const { state, person } = incident.roles[role];
  if (state !== 'offered' || person === undefined || !isMissing(incident, person)) return nothingFollows;
  return passOver(incident, { role, person, why: 'cannot be let into the room' }, asked);
}

function askNext(
  incident: Incident,
  { role, settings, leading }: Sought,
  asked: IncidentAsked,
): IncidentDecision {
  const state = incident.roles[role];
  const isAnew = state.state === 'exhausted';
  const isDueAnew =
    role === 'commander' &&
    !state.acting &&
    state.at !== undefined &&
    laterBy(state.at, askAgainAfterMs) <= asked.at;
  if (isAnew && !isDueAnew) return nothingFollows;
  if (!isNeeded(role) && incident.roles.commander.state !== 'accepted') return nothingFollows;
  const round = isAnew
    ? { ...incident, roles: { ...incident.roles, [role]: { ...state, passed: [] } } }
    : incident;
  const candidates = candidatesFor(round, role, { settings, leading });
  if (candidates.length === 0 && !isNeeded(role)) return nothingFollows;
  const decision = offerRole(round, { role, candidates }, asked);
  if ('refused' in decision) return decision;
  return {
    events: decision.events.map((event) => {
      if (event.type !== 'role_offered') return event;
      const elsewhere = leading.get(event.person) ?? [];
      return {
        ...event,
        ...(elsewhere.length === 0 ? {} : { elsewhere: [...elsewhere] }),
        ...(isAnew ? { anew: true as const } : {}),
      };
    }),
  };
}

/** Nobody is left to ask: managers, or whoever there is, are told. */
export function alarmFor(
  incident: Incident,
  { role, settings }: Pick<Sought, 'role' | 'settings'>,
  asked: IncidentAsked,
): IncidentDecision {
  const { exhaustedAt, state } = incident.roles[role];
  if (exhaustedAt === undefined || state === 'accepted') return nothingFollows;
  const { managers, agents } = settings;
  const to = managers.length > 0 ? managers : agents;
  return { events: [{ type: 'nudged', about: `role:${role}`, to: [...to], ...stampOf(asked) }] };
}
