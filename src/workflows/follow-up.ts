import type { Desk } from '../desk.ts';
import { inDaytime } from '../domain/routine/daytime.ts';
import {
  askWhetherNeeded,
  beforeQuietClose,
  followUpAsked,
  leastToAnswerMs,
  quietCloseAt,
} from '../domain/routine/follow-up.ts';
import { isRefused, nothing } from '../domain/ticket/decision.ts';
import { closeTicket } from '../domain/ticket/ending.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { type Instant, laterBy } from '../domain/time.ts';
import type { Claims, TimerChange } from '../store-port.ts';
import { type Along, askedByDesk, changeTicket, loadTicket } from './change-ticket.ts';
import { zoneOf } from './zone-of.ts';

type Fired = Claims['timers'];

/** The requester is asked whether they still need us; at night the question waits for the morning. */
export async function followUp(desk: Desk, { id, timer }: Fired): Promise<void> {
  const ticket = await loadTicket(desk, id);
  if (!ticket) return;
  if (ticket.incident) return endUntilItLeft(desk, { id, timer });
  const now = desk.clock.now();
  const at = inDaytime(now, await zoneOf(desk, ticket.requester));
  if (at > now) {
    await changeTicket(
      desk,
      id,
      () => nothing,
      (current) => (isOwed(current) ? { timers: nextMorning(desk, current, at) } : { fired: timer }),
    );
    return;
  }
  await changeTicket(desk, id, (current) => askWhetherNeeded(current, askedByDesk(desk)), { fired: timer });
}

function isOwed(ticket: Ticket): boolean {
  return ticket.status === 'pending' && followUpAsked(ticket) === undefined;
}

/** The closing waits with the question. */
function nextMorning(desk: Desk, ticket: Ticket, at: Instant): readonly TimerChange[] {
  const closes = quietCloseAt(ticket, desk.settings.automation.quietCloseMs);
  const least = laterBy(at, leastToAnswerMs);
  return [
    { set: 'follow_up', kind: 'follow_up', dueAt: at },
    { set: 'quiet', kind: 'quiet', dueAt: closes > least ? closes : least },
  ];
}

/** Nobody has said anything for the quiet time: the ticket closes, once the requester could answer the question. */
export async function closeQuiet(desk: Desk, { id, timer }: Fired): Promise<void> {
  const ticket = await loadTicket(desk, id);
  if (ticket?.incident) return endUntilItLeft(desk, { id, timer });
  const before = (ticket: Ticket) =>
    beforeQuietClose(ticket, desk.settings.automation.quietCloseMs, desk.clock.now());
  await changeTicket(
    desk,
    id,
    (ticket) => {
      if (before(ticket) !== 'close') return nothing;
      const decision = closeTicket(ticket, 'quiet', askedByDesk(desk));
      return isRefused(decision) ? nothing : decision;
    },
    (ticket): Along => {
      const first = before(ticket);
      if (first === 'close') return { fired: timer };
      const now = desk.clock.now();
      // Whoever waits since before there was this question is asked now.
      const asking: readonly TimerChange[] =
        'askFirst' in first ? [{ set: 'follow_up', kind: 'follow_up', dueAt: now }] : [];
      const dueAt = 'askFirst' in first ? laterBy(now, leastToAnswerMs) : first.notBefore;
      return { timers: [...asking, { set: 'quiet', kind: 'quiet', dueAt }] };
    },
  );
}

/** While an incident speaks to its requester, nobody asks or closes; leaving the incident sets both anew. */
async function endUntilItLeft(desk: Desk, { id, timer }: Pick<Fired, 'id' | 'timer'>): Promise<void> {
  await changeTicket(desk, id, () => nothing, { fired: timer });
}
