import type { Desk } from '../../../desk.ts';
import { internalNudge } from '../../../domain/incident/cadence/nudging.ts';
import type { Claims } from '../../../store-port.ts';
import { nudgeIfDue } from './nudge-if-due.ts';

/** The team has not heard for a while where things stand. */
export async function askForInternalUpdate(desk: Desk, claim: Claims['timers']): Promise<void> {
  await nudgeIfDue(desk, claim, internalNudge);
}
