import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Something goes wrong in a drill, as planned. */
export async function runDrillStep(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
