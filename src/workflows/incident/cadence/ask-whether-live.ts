import type { Desk } from '../../../desk.ts';
import { staleNudge } from '../../../domain/incident/cadence/nudging.ts';
import type { Claims } from '../../../store-port.ts';
import { nudgeIfDue } from './nudge-if-due.ts';

/** Nothing has happened in it for hours. */
export async function askWhetherLive(desk: Desk, claim: Claims['timers']): Promise<void> {
  await nudgeIfDue(desk, claim, staleNudge);
}
