import type { PersonId } from '../../chat-event.ts';
import type { Incident } from '../incident.ts';
import { rolesOf } from '../permission.ts';
import type { IncidentSettings } from '../settings.ts';
import { type LeadRole, leadRoles } from '../words.ts';
import { standInOf } from './stand-in.ts';

/** Incidents that people lead already, by person. */
export type Leading = ReadonlyMap<PersonId, readonly string[]>;

type Desk = Pick<IncidentSettings, 'commanders' | 'liaisons' | 'agents' | 'managers'>;

const inOrder: Readonly<Record<LeadRole, (desk: Desk) => readonly PersonId[]>> = {
  commander: ({ commanders, managers }) => [...commanders, ...managers],
  liaison: ({ liaisons, agents }) => [...liaisons, ...agents],
  deputy: ({ commanders, agents }) => [...commanders, ...agents],
  backup_liaison: ({ liaisons, agents }) => [...liaisons, ...agents],
  scribe: ({ agents }) => agents,
};

/** Without these an incident is not led; for the others nobody is pressed. */
export function isNeeded(role: LeadRole): boolean {
  return role === 'commander' || role === 'liaison';
}

/** Roles for which nobody is asked twice: who did not want one of them does not want the next one either. */
const optional = leadRoles.filter((role) => !isNeeded(role));

/**
 * Whom to ask for a role, in order: those who have no part in it, those who are asked for one, those who have one, and
 * last those who lead another incident. Whoever passed or cannot be let in is left out. The optional parts are only for
 * people who have none.
 */
export function candidatesFor(
  incident: Incident,
  role: LeadRole,
  { settings, leading }: { readonly settings: Desk; readonly leading: Leading },
): readonly PersonId[] {
  const passed = new Set((isNeeded(role) ? [role] : optional).flatMap((each) => incident.roles[each].passed));
  const missing = new Set(incident.room.missing.map(({ person }) => person));
  const held = incident.roles[role].acting ? [incident.roles[role].held] : [];
  const standIn = standInOf(role);
  const deputy = standIn === undefined ? undefined : incident.roles[standIn];
  const first =
    incident.roles[role].vacantAt !== undefined && deputy?.state === 'accepted' ? [deputy.person] : [];
  const known = [...first, ...held, ...inOrder[role](settings)].filter((person) => person !== undefined);
  const ranked = [...new Set(known)]
    .filter((person) => !passed.has(person) && !missing.has(person))
    .map((person) => ({ person, rank: rankOf(incident, role, { person, leading }) }));
  const wanted = isNeeded(role) ? ranked : ranked.filter(({ rank }) => rank === 0);
  return wanted.sort((one, other) => one.rank - other.rank).map(({ person }) => person);
}

function rankOf(
  incident: Incident,
  role: LeadRole,
  { person, leading }: { readonly person: PersonId; readonly leading: Leading },
): number {
  if (leading.has(person)) return 3;
  const parts = rolesOf(incident, person).filter((part) => part !== role && part !== standInOf(role));
  if (parts.length > 0) return 2;
  return leadRoles.some((each) => isAsked(incident, each, person)) ? 1 : 0;
}

function isAsked(incident: Incident, role: LeadRole, person: PersonId): boolean {
  const { state, person: asked } = incident.roles[role];
  return state === 'offered' && asked === person;
}

/**
 * Who acts as commander while nobody has accepted: whoever stands in, else whoever declared it, else a manager, else
 * anybody of the team. Never somebody who has just left it.
 */
export function whoActs(incident: Incident, { agents, managers }: Desk): PersonId | undefined {
  const { deputy, commander } = incident.roles;
  const team = [...agents, ...managers];
  const candidates = [
    ...(deputy.state === 'accepted' ? [deputy.person] : []),
    ...(team.includes(incident.declared.by) ? [incident.declared.by] : []),
    ...managers,
    ...agents,
  ];
  const missing = incident.room.missing.map(({ person }) => person);
  return candidates.find(
    (person) => person !== undefined && person !== commander.leftBy && !missing.includes(person),
  );
}
