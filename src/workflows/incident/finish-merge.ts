import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** The other half of a merge: tickets, people and the earlier due time go over. */
export async function finishIncidentMerge(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
