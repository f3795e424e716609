import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** The next candidate is asked, or the time of the last one is over. */
export async function fillRole(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
