import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Nothing has happened in it for hours. */
export async function askWhetherLive(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
