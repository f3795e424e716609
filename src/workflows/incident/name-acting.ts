import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Nobody has accepted to lead: whoever declared it acts, openly. */
export async function nameActing(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
