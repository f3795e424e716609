import type { Desk } from '../../desk.ts';
import { nothingFollows } from '../../domain/incident/decision.ts';
import type { Claims } from '../../store-port.ts';
import { changeIncident } from './change-incident.ts';

/** The timer has fired and nothing follows from it. */
export async function endTimer(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeIncident(desk, id, () => nothingFollows, { fired: timer });
}
