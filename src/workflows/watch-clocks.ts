import type { Desk } from '../desk.ts';
import { nothing } from '../domain/ticket/decision.ts';
import type { Claims } from '../store-port.ts';
import { changeTicket } from './change-ticket.ts';

/** The next moment of a clock has come: those whom it concerns are told. */
export async function watchClocks(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeTicket(desk, id, () => nothing, { fired: timer });
}
