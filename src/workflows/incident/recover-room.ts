import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Nobody said what to do about a lost room: a new one is made. */
export async function recoverRoom(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
