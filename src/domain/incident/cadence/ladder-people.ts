import type { PersonId } from '../../chat-event.ts';
import { holderOf, type Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import type { RungKind } from './rungs.ts';

/** Whose word customers wait for: the liaison's, else the commander's; while nobody leads, that of those who manage. */
function whoOwesUpdate(incident: Incident, settings: IncidentSettings): readonly PersonId[] {
  const person = holderOf(incident, 'liaison') ?? holderOf(incident, 'commander');
  return person === undefined ? settings.managers : [person];
}

/** Who is called by name in the room at that step. */
export function whoIsCalled(
  kind: RungKind,
  incident: Incident,
  settings: IncidentSettings,
): readonly PersonId[] {
  const owing = whoOwesUpdate(incident, settings);
  const commander = holderOf(incident, 'commander');
  if (kind === 'due' || commander === undefined) return owing;
  const both = [...new Set([...owing, commander])];
  const standIn = kind === 'takeover' ? standInFor(incident, settings) : undefined;
  return standIn === undefined ? both : [standIn];
}

/**
 * Who can speak to customers in the liaison's place: the backup, else the next who does that at this desk. For a restricted
 * incident nobody who is not in it already.
 */
export function standInFor(incident: Incident, settings: IncidentSettings): PersonId | undefined {
  const backup = holderOf(incident, 'backup_liaison');
  if (backup !== undefined) return backup;
  const deputy = holderOf(incident, 'deputy');
  if (incident.visibility === 'restricted') return deputy;
  const busy = [holderOf(incident, 'liaison'), holderOf(incident, 'commander')];
  const others = [...settings.liaisons, ...(deputy === undefined ? [] : [deputy]), ...settings.agents];
  return others.find((person) => !busy.includes(person));
}
