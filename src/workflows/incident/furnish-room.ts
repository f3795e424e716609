import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** The next step of making a room is done, or refused with a reason. */
export async function furnishRoom(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
