import type { Desk } from '../desk.ts';
import { planNotices } from '../domain/notice/plan-notices.ts';
import { type NoticeFacts, workerOf } from '../domain/notice/recipients.ts';
import { isRefused, nothing, stamp } from '../domain/ticket/decision.ts';
import type { TicketEvent } from '../domain/ticket/event.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { type PreparedUpdate, prepareUpdate } from '../domain/ticket/updating.ts';
import type { Claims, OutboxAdd, TimerChange } from '../store-port.ts';
import { askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { habitsOf } from './preferences.ts';
import { preparedUpdate } from './prepare-update.ts';
import { noticeRow } from './say/notices.ts';

/**
 * The next moment of a clock has come: those whom it concerns are told, and the message that may be owed to the requester
 * is prepared. What was told is written down with the rows that tell it, so that neither happens without the other.
 */
export async function watchClocks(desk: Desk, { id, timer }: Claims['timers']): Promise<void> {
  const ticket = await loadTicket(desk, id);
  if (!ticket) return;
  const asked = askedByDesk(desk);
  const facts = await factsOf(desk, ticket, asked.at);
  const update = await updateFor(desk, ticket, facts);
  await changeTicket(
    desk,
    id,
    (current) => {
      const { notices, prepare } = planNotices(current, facts);
      const events: TicketEvent[] = notices.map((notice) => ({
        type: 'noticed',
        notice,
        ...stamp(asked),
      }));
      // The ticket may have changed while it was written: it is for this clock or for none.
      const isFresh = update && !current.updates?.some((known) => known.update === update.update);
      const decision =
        isFresh && prepare?.clock.id === update.clock ? prepareUpdate(current, update, asked) : nothing;
      return isRefused(decision) ? decision : { events: [...events, ...decision.events] };
    },
    (current) => {
      const { notices, lookAgainAt } = planNotices(current, facts);
      const people = new Set(notices.flatMap(({ to }) => to));
      const rows = [...people].map((to): OutboxAdd => noticeRow(current, { to, at: asked.at }, facts));
      const again: readonly TimerChange[] =
        lookAgainAt === undefined ? [] : [{ set: timer.key, kind: timer.kind, dueAt: lookAgainAt }];
      return { fired: timer, outbox: rows, timers: again };
    },
  );
}

async function factsOf(desk: Desk, ticket: Ticket, now: string): Promise<NoticeFacts> {
  const { settings, people: team, away } = desk;
  const worker = workerOf(ticket, team);
  const habitOf = await habitsOf(desk, worker === undefined ? [] : [worker]);
  return { settings, team, habitOf, now, ...(away ? { away } : {}) };
}

async function updateFor(
  desk: Desk,
  ticket: Ticket,
  facts: NoticeFacts,
): Promise<PreparedUpdate | undefined> {
  const { prepare } = planNotices(ticket, facts);
  return prepare && preparedUpdate(desk, ticket, prepare.clock, prepare.kind);
}
