import { hour, type Instant, laterBy, minute } from '../../time.ts';
import type { Agenda, Due } from '../agenda.ts';
import { holderOf, type Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../words.ts';
import { candidatesFor, isNeeded, whoActs } from './candidates.ts';
import { actingAfterMs } from './roles.ts';

/** Everybody was asked: so often managers are told, until somebody accepts. */
const alarmEveryMs = 5 * minute;
/** After that everybody is asked to lead once more, unless somebody acts meanwhile. */
export const askAgainAfterMs = 5 * minute;
/** Nobody should lead longer than this without being asked whether they want to be relieved. */
const longCommandMs = 4 * hour;

/** Due: who is asked to lead, and until when; who acts; whom to alarm; who knows the matter. */
export const agendaOfRoles: Agenda = (incident, settings) =>
  isUnderWay(incident.lifecycle)
    ? [
        ...leadRoles.flatMap((role) => [...ofRole(incident, role, settings), ...ofAlarm(incident, role)]),
        ...ofActing(incident, settings),
        ...ofLongCommand(incident),
        ...ofSpecialists(incident),
      ]
    : [];

function ofRole(incident: Incident, role: LeadRole, settings: IncidentSettings): readonly Due[] {
  const dueAt = stepAt(incident, role, settings);
  return dueAt === undefined ? [] : [{ key: `role:${role}`, kind: 'incident_role', dueAt }];
}

/** When the next step about a role is due. */
function stepAt(incident: Incident, role: LeadRole, settings: IncidentSettings): Instant | undefined {
  const state = incident.roles[role];
  const hasLeft = goneAt(incident, role);
  if (hasLeft !== undefined) return hasLeft;
  if (state.state === 'offered')
    return isMissing(incident, state.person) ? state.at : (state.until ?? state.at);
  if (state.state === 'exhausted' && role === 'commander' && !state.acting && state.at !== undefined)
    return laterBy(state.at, askAgainAfterMs);
  if (state.state !== 'open') return undefined;
  if (isNeeded(role)) return openSince(incident, role);
  const isLed = incident.roles.commander.state === 'accepted';
  const isAnybodyLeft = candidatesFor(incident, role, { settings, leading: new Map() }).length > 0;
  return isLed && isAnybodyLeft ? openSince(incident, role) : undefined;
}

/** Whoever has the role went out of the room after they took it, or after they were asked for it anew. */
export function goneAt(incident: Incident, role: LeadRole): Instant | undefined {
  const { state, at, heldAt } = incident.roles[role];
  const holder = holderOf(incident, role);
  const left = holder === undefined ? undefined : incident.gone?.[holder];
  const since = state === 'accepted' ? at : heldAt;
  return left !== undefined && since !== undefined && left > since ? left : undefined;
}

/** Whether somebody could not be let into the room. */
export function isMissing({ room }: Incident, person: string | undefined): boolean {
  return room.missing.some((missing) => missing.person === person);
}

/** Since when nobody has had the role: declared, back, or left. */
function openSince({ declared, reopened, roles }: Incident, role: LeadRole): Instant {
  return roles[role].vacantAt ?? reopened.at(-1)?.at ?? declared.at;
}

function ofAlarm({ roles, nudges }: Incident, role: LeadRole): readonly Due[] {
  const { exhaustedAt, state } = roles[role];
  if (exhaustedAt === undefined || state === 'accepted' || !isNeeded(role)) return [];
  const last = nudges[`role:${role}`]?.at;
  const dueAt = last === undefined || last < exhaustedAt ? exhaustedAt : laterBy(last, alarmEveryMs);
  return [{ key: `role_alarm:${role}`, kind: 'incident_role', dueAt }];
}

function ofActing(incident: Incident, settings: IncidentSettings): readonly Due[] {
  if (holderOf(incident, 'commander') !== undefined || whoActs(incident, settings) === undefined) return [];
  return [
    {
      key: 'acting',
      kind: 'incident_acting',
      dueAt: laterBy(openSince(incident, 'commander'), actingAfterMs),
    },
  ];
}

function ofLongCommand({ roles, nudges }: Incident): readonly Due[] {
  const { state, at } = roles.commander;
  if (state !== 'accepted' || at === undefined) return [];
  const last = nudges['long_command:commander']?.at;
  const since = last !== undefined && last > at ? last : at;
  return [{ key: 'long_command', kind: 'incident_long_command', dueAt: laterBy(since, longCommandMs) }];
}

function ofSpecialists({ mode, tickets, lookedUp = [] }: Incident): readonly Due[] {
  const isNew = mode === 'live' && tickets.some(({ ticket }) => !lookedUp.includes(ticket));
  const latest = tickets
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return isNew && latest !== undefined ? [{ key: 'specialists', kind: 'incident_role', dueAt: latest }] : [];
}
