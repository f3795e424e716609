import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Did the same come back? */
export async function checkRecurrence(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
