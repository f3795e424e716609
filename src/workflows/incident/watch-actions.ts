import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** An action of the prevention plan will be due, or is late. */
export async function watchActions(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
