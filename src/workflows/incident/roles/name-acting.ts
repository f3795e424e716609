import type { Desk } from '../../../desk.ts';
import { nothingFollows } from '../../../domain/incident/decision.ts';
import { whoActs } from '../../../domain/incident/roles/candidates.ts';
import { actAsCommander } from '../../../domain/incident/roles/roles.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** Nobody has accepted to lead: whoever declared it acts, openly. */
export async function nameActing(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeIncident(
    desk,
    id,
    (incident) => {
      const person = whoActs(incident, desk.settings.incidents);
      return person === undefined
        ? nothingFollows
        : actAsCommander(incident, person, incidentAskedByDesk(desk));
    },
    { fired: timer },
  );
}
