import type { Desk } from '../desk.ts';
import { planNotices } from '../domain/notice/plan-notices.ts';
import { type NoticeFacts, workerOf } from '../domain/notice/recipients.ts';
import { nextDue } from '../domain/sla/clocks-of.ts';
import { isRefused, nothing, stamp } from '../domain/ticket/decision.ts';
import type { TicketEvent } from '../domain/ticket/event.ts';
import type { Notice } from '../domain/ticket/promises.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { prepareUpdate } from '../domain/ticket/updating.ts';
import type { Claims, OutboxAdd, TimerChange } from '../store-port.ts';
import { askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { habitsOf } from './preferences.ts';
import { preparedUpdate } from './prepare-update.ts';
import { putOnLists } from './put-on-lists.ts';
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
  const plan = planNotices(ticket, facts);
  const update = plan.prepare && (await preparedUpdate(desk, ticket, plan.prepare.clock, plan.prepare.kind));
  // Before it is written down as told: after a crash it is put there again, which changes nothing.
  for (const notice of plan.notices) {
    const people = notice.to.filter((to) => isOnList(notice, to, facts));
    if (people.length > 0) await putOnLists(desk, id, { people, ...whatWaited(ticket, notice, facts) });
  }
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
      const people = new Set(
        notices.flatMap((notice) => notice.to.filter((to) => !isOnList(notice, to, facts))),
      );
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

/** Late is what matters more than what comes. */
function whatWaited(ticket: Ticket, { steps }: Omit<Notice, 'at'>, { settings, now }: NoticeFacts) {
  const due = nextDue(ticket, settings.policies, now)?.dueAt ?? now;
  const isLate = due < now;
  return { isLate, since: isLate ? due : (steps[0]?.since ?? now), at: now };
}

/** Who is written to directly gets what waited for the end of their quiet hours in one list. */
function isOnList(notice: Omit<Notice, 'at'>, to: string, { team, habitOf }: NoticeFacts): boolean {
  const isPerson = team.agents.has(to) || team.managers.has(to);
  return notice.waited === true && isPerson && habitOf(to).preference.where === 'direct';
}
