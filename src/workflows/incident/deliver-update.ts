import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** An approved update goes to every ticket that waits for it. */
export async function deliverUpdate(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
