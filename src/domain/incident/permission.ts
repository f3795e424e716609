import type { PersonId } from '../chat-event.ts';
import type { DeskRole } from '../person.ts';
import type { IncidentAsked } from './decision.ts';
import { holderOf, type Incident } from './incident.ts';
import { type LeadRole, leadRoles, type Visibility } from './words.ts';

/** What people can ask of an incident, by the roles in it that may. Managers and the desk itself may do all of it. */
const permissions = {
  /** Notes, tasks, internal updates: whoever works at the desk. */
  log: 'team',
  /** Status, impact, severity. */
  steer: ['commander', 'deputy'],
  /** It came back while it was watched. */
  bring_back: ['commander', 'deputy', 'liaison'],
  approve: ['commander'],
  draft: ['commander', 'deputy', 'liaison', 'backup_liaison'],
  snooze: ['commander', 'liaison'],
  resolve: ['commander'],
  merge: ['commander'],
  hand_over: ['commander', 'deputy', 'liaison', 'backup_liaison', 'scribe'],
} as const satisfies Record<string, 'team' | readonly LeadRole[]>;
type IncidentPermission = keyof typeof permissions;

/** Whether whoever asks may, by their roles in the incident and at the desk. */
export function mayDo(
  incident: Incident,
  permission: IncidentPermission,
  { by, role }: IncidentAsked,
): boolean {
  if (role === 'desk' || role === 'manager') return true;
  if (role === 'requester') return false;
  const allowed: 'team' | readonly LeadRole[] = permissions[permission];
  return allowed === 'team' || allowed.some((lead) => holderOf(incident, lead) === by);
}

/** The roles somebody has in it. */
export function rolesOf(incident: Incident, person: string): readonly LeadRole[] {
  return leadRoles.filter((role) => holderOf(incident, role) === person);
}

/** Whoever has or is offered a part in it, or was let into its room: those who may look at it when it is restricted, beside managers. */
export function readersOf(incident: Incident): PersonId[] {
  const { declared, roles, specialists, room } = incident;
  const people = [
    ...(declared.by === 'desk' ? [] : [declared.by]),
    ...Object.values(roles).flatMap(({ person, held, passed }) => [person, held, ...passed]),
    ...specialists.map(({ person }) => person),
    ...room.invited,
  ];
  return [...new Set(people.filter((person) => person !== undefined))];
}

/** Whether somebody may look at an incident as it is loaded. */
export function mayReadIncident(incident: Incident, reader: Parameters<typeof mayRead>[1]): boolean {
  return mayRead({ visibility: incident.visibility, people: readersOf(incident) }, reader);
}

/** A restricted incident is nobody's business but theirs. */
export function mayRead(
  incident: { readonly visibility: Visibility; readonly people: readonly PersonId[] },
  { person, role }: { readonly person: PersonId; readonly role: DeskRole },
): boolean {
  if (role === 'requester') return false;
  return incident.visibility === 'open' || role === 'manager' || incident.people.includes(person);
}
