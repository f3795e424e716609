import type { Incident } from '../incident.ts';
import { rolesOf } from '../permission.ts';
import type { LeadRole } from '../words.ts';

/** Who takes over a role when its holder cannot go on: asked first, and their own part is free again when they accept. */
const standIns: Readonly<Partial<Record<LeadRole, LeadRole>>> = {
  commander: 'deputy',
  liaison: 'backup_liaison',
};

/** The part whose holder stands in for a role. */
export function standInOf(role: LeadRole): LeadRole | undefined {
  return standIns[role];
}

/** Parts somebody would keep beside this one. */
export function partsBeside(incident: Incident, role: LeadRole, person: string): readonly LeadRole[] {
  return rolesOf(incident, person).filter((other) => other !== role && other !== standInOf(role));
}
