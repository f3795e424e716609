import type { Desk } from '../../desk.ts';
import { nothing } from '../../domain/ticket/decision.ts';
import type { Claims } from '../../store-port.ts';
import { changeTicket } from '../change-ticket.ts';

/** A ticket has news for its incident: which updates stand in its threads, and which could not be said. */
export async function collectReceipts(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeTicket(desk, id, () => nothing, { fired: timer });
}
