import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** The team has not heard for a while where things stand. */
export async function askForInternalUpdate(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
