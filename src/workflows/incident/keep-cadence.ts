import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** An update is owed to customers, or late. */
export async function keepCadence(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
