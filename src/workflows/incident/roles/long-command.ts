import type { Desk } from '../../../desk.ts';
import { nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import type { Claims } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** Somebody has led for hours: they are asked whether another one should go on. */
export async function suggestHandover(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeIncident(
    desk,
    id,
    ({ roles: { commander } }) => {
      if (commander.state !== 'accepted' || commander.person === undefined) return nothingFollows;
      const nudge = { about: 'long_command:commander', to: [commander.person] };
      return { events: [{ type: 'nudged', ...nudge, ...stampOf(incidentAskedByDesk(desk)) }] };
    },
    { fired: timer },
  );
}
