import type { Desk } from '../desk.ts';
import { updateReminderOf } from '../domain/ticket/consequences.ts';
import { nothing } from '../domain/ticket/decision.ts';
import type { Claims } from '../store-port.ts';
import { changeTicket } from './change-ticket.ts';

/** The time for which somebody put an update off is over: they see it again. */
export async function remindOfUpdate(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  await changeTicket(
    desk,
    id,
    () => nothing,
    (ticket) => ({ fired: timer, outbox: updateReminderOf(ticket, desk.settings) }),
  );
}
