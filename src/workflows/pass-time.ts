import type { Desk } from '../desk.ts';
import { showNow } from '../domain/ticket/consequences.ts';
import { nothing } from '../domain/ticket/decision.ts';
import { resumeTicket, wakeTicket } from '../domain/ticket/work.ts';
import type { Claims } from '../store-port.ts';
import { askedByDesk, changeTicket } from './change-ticket.ts';

type Fired = Claims['timers'];

/** Judging takes long: the card and the quiet line appear now and are completed later. */
export async function showTicket(desk: Desk, { id, timer }: Fired): Promise<void> {
  await changeTicket(
    desk,
    id,
    () => nothing,
    (ticket) => ({
      fired: timer,
      outbox: ticket.cards.length > 0 || ticket.merged ? [] : showNow(ticket, desk.settings),
    }),
  );
}

/** A snooze ends. */
export async function wakeSnoozed(desk: Desk, { id, timer }: Fired): Promise<void> {
  await changeTicket(desk, id, (ticket) => wakeTicket(ticket, askedByDesk(desk)), { fired: timer });
}

/** The time on hold ends. */
export async function endHold(desk: Desk, { id, timer }: Fired): Promise<void> {
  await changeTicket(
    desk,
    id,
    (ticket) => (ticket.status === 'on_hold' ? resumeTicket(ticket, askedByDesk(desk)) : nothing),
    { fired: timer },
  );
}
