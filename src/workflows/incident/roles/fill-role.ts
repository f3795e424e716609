import type { Desk } from '../../../desk.ts';
import { nothingFollows } from '../../../domain/incident/decision.ts';
import { alarmFor, nextStepOfRole } from '../../../domain/incident/roles/ask-next.ts';
import type { Leading } from '../../../domain/incident/roles/candidates.ts';
import { leadRoles } from '../../../domain/incident/words.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';
import { callInSpecialists } from './call-in-specialists.ts';

/** The next candidate is asked, or the time of the last one is over; managers are told when nobody is left. */
export async function fillRole(desk: Desk, claim: Claims['timers']): Promise<void> {
  const { id, timer } = claim;
  if (timer.key === 'specialists') return callInSpecialists(desk, claim);
  const [step, name] = timer.key.split(':');
  const role = leadRoles.find((known) => known === name);
  const settings = desk.settings.incidents;
  const leading = role === undefined || step === 'role_alarm' ? new Map() : await leadingElsewhere(desk, id);
  await changeIncident(
    desk,
    id,
    (incident) => {
      if (role === undefined) return nothingFollows;
      const asked = incidentAskedByDesk(desk);
      return step === 'role_alarm'
        ? alarmFor(incident, { role, settings }, asked)
        : nextStepOfRole(incident, { role, settings, leading }, asked);
    },
    { fired: timer },
  );
}

/** Who leads other live incidents now, by person. */
async function leadingElsewhere(desk: Desk, id: string): Promise<Leading> {
  const others = await desk.store.incidents({ lifecycle: ['declared', 'active', 'monitoring'] });
  const leading = new Map<string, string[]>();
  for (const { id: other, mode, commander } of others) {
    if (other === id || mode === 'drill' || commander === undefined) continue;
    leading.set(commander, [...(leading.get(commander) ?? []), other]);
  }
  return leading;
}
