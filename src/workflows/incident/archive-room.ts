import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** It has long been over: its room is archived. */
export async function archiveRoom(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
