import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Customers will be owed an update soon: it is written. */
export async function prepareIncidentUpdate(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
