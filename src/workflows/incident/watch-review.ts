import type { Desk } from '../../desk.ts';
import type { Claims } from '../../store-port.ts';
import { endTimer } from './end-timer.ts';

/** Something of the review is owed. */
export async function watchReview(desk: Desk, claim: Claims['timers']): Promise<void> {
  await endTimer(desk, claim);
}
