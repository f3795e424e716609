import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Somebody has led for hours. */
export async function suggestHandover(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
