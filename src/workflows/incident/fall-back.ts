import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** A room that is not there in time is a thread from now on. */
export async function fallBack(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
