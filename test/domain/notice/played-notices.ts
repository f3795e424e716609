import { planNotices } from '../../../src/domain/notice/plan-notices.ts';
import type { NoticeFacts } from '../../../src/domain/notice/recipients.ts';
import { policyAfter } from '../../../src/domain/sla/apply-policy.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import { consequencesOf } from '../../../src/domain/ticket/consequences.ts';
import { type Decision, isRefused } from '../../../src/domain/ticket/decision.ts';
import type { TicketEvent } from '../../../src/domain/ticket/event.ts';
import type { Notice } from '../../../src/domain/ticket/promises.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { type Instant, laterBy } from '../../../src/domain/time.ts';

/** A notice with the ticket as it was when it was decided. */
export type Told = { readonly notice: Notice; readonly ticket: Ticket };

/** A ticket, its one timer and time, without a store: what a desk does from one moment to the next. */
export function playNotices(opening: readonly TicketEvent[], facts: Omit<NoticeFacts, 'now'>) {
  const { settings } = facts;
  const told: Told[] = [];
  let ticket: Ticket | undefined;
  let timer: Instant | undefined;
  let now: Instant = opening[0]?.at ?? '';

  const commit = (decided: readonly TicketEvent[], fired?: { readonly lookAgainAt?: Instant }) => {
    const before = ticket;
    const after = applyEvents(before, decided);
    const events = [...decided, ...policyAfter(after, decided, settings.policies)];
    const current = applyEvents(before, events);
    if (fired) timer = undefined;
    for (const step of consequencesOf(before, current, events, settings).timers) {
      if ('cancel' in step) timer = step.cancel === 'clock' ? undefined : timer;
      else if (step.set === 'clock') timer = step.dueAt;
    }
    if (fired?.lookAgainAt !== undefined) timer = fired.lookAgainAt;
    ticket = current;
    return current;
  };
  const fire = () => {
    if (!ticket) return;
    const standing = ticket;
    const { notices, lookAgainAt } = planNotices(standing, { ...facts, now });
    for (const notice of notices) told.push({ notice: { ...notice, at: now }, ticket: standing });
    const events = notices.map((notice): TicketEvent => ({ type: 'noticed', notice, by: 'desk', at: now }));
    const again = lookAgainAt === undefined ? {} : { lookAgainAt };
    if (events.length > 0) commit(events, again);
    else timer = lookAgainAt;
  };

  commit(opening);
  return {
    told,
    now: () => now,
    ticket: () => {
      if (!ticket) throw new Error('not opened');
      return ticket;
    },
    /** Time goes by; with `asleep` nothing is done until its end, as when no desk is running. */
    pass(milliseconds: number, how: 'awake' | 'asleep' = 'awake') {
      const until = laterBy(now, milliseconds);
      let fired = 0;
      if (how === 'asleep') now = until;
      while (timer !== undefined && timer <= until) {
        if (how === 'awake' && timer > now) now = timer;
        fire();
        fired += 1;
        if (fired > 2000) throw new Error(`The clock's timer never rests: ${timer}`);
      }
      now = until;
    },
    /** Somebody does something; what is refused changes nothing. */
    act(decide: (ticket: Ticket) => Decision) {
      if (!ticket) return;
      const decision = decide(ticket);
      if (!isRefused(decision) && decision.events.length > 0) commit(decision.events);
    },
  };
}
