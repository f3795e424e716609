import type { Desk } from '../desk.ts';
import { roleOf } from '../desk.ts';
import type { PersonId } from '../domain/chat-event.ts';
import { Invalid } from '../domain/errors.ts';
import { policyAfter } from '../domain/sla/apply-policy.ts';
import { glanceAtClocks } from '../domain/sla/clock-glance.ts';
import type { PolicyBook } from '../domain/sla/policy-book.ts';
import { applyEvents } from '../domain/ticket/apply.ts';
import { consequencesOf } from '../domain/ticket/consequences.ts';
import { type Asked, type Decision, isRefused, type Refusal } from '../domain/ticket/decision.ts';
import type { TicketEvent } from '../domain/ticket/event.ts';
import { attentionOf } from '../domain/ticket/routing.ts';
import { Ticket } from '../domain/ticket/ticket.ts';
import type { Instant } from '../domain/time.ts';
import { untilNoConflict } from '../domain/until-no-conflict.ts';
import type { OutboxChange, Stored, TicketSummary, Timer, TimerChange } from '../store-port.ts';

export type Changed =
  | { readonly outcome: 'changed' | 'unchanged'; readonly ticket: Ticket }
  | { readonly outcome: 'refused'; readonly refusal: Refusal; readonly ticket: Ticket }
  | { readonly outcome: 'unknown_ticket' };

/** What is written together with the events, beyond what follows from them. */
export type Along = {
  readonly timers?: readonly TimerChange[];
  readonly outbox?: readonly OutboxChange[];
  /** The timer this change answers; it is over unless it was set anew meanwhile. */
  readonly fired?: Timer;
  /** The chat event that asks. Once it has led to something here, asking again changes nothing. */
  readonly cause?: string | undefined;
};

/** Load, decide, commit; again from the start when two people acted in the same moment and the other was quicker. */
export async function changeTicket(
  desk: Desk,
  id: string,
  decide: (ticket: Ticket) => Decision,
  along: Along | ((ticket: Ticket) => Along) = {},
): Promise<Changed> {
  return untilNoConflict(async () => {
    const stored = await desk.store.load('ticket', id);
    if (!stored) return { outcome: 'unknown_ticket' };
    const ticket = readTicket(stored);
    const { fired, cause, ...extra } = typeof along === 'function' ? along(ticket) : along;
    if (cause !== undefined && ticket.handled.includes(cause)) return { outcome: 'unchanged', ticket };
    const decision = decide(ticket);
    const refused = isRefused(decision);
    const decided = refused ? [] : decision.events;
    const { after, events } = withPolicy(desk, ticket, decided);
    const follow = consequencesOf(ticket, after, events, desk.settings);
    const timers = [...endOf(stored, fired), ...follow.timers, ...(extra.timers ?? [])];
    const outbox = [...follow.outbox, ...(extra.outbox ?? [])];
    if (events.length + timers.length + outbox.length > 0) {
      await desk.store.commit({
        kind: 'ticket',
        id,
        expectedVersion: stored.version,
        events,
        state: after,
        at: events.at(-1)?.at ?? desk.clock.now(),
        summary: summaryOf(after, desk.settings.policies),
        timers,
        outbox,
      });
    }
    if (refused) return { outcome: 'refused', refusal: decision, ticket };
    return { outcome: events.length > 0 ? 'changed' : 'unchanged', ticket: after };
  });
}

/** The ticket after what was decided, promised by the policy that then holds. */
function withPolicy<T extends Ticket | undefined>(
  desk: Desk,
  before: T,
  decided: readonly TicketEvent[],
): { readonly after: T | Ticket; readonly events: readonly TicketEvent[] } {
  if (decided.length === 0) return { after: before, events: decided };
  const after = applyEvents(before, decided);
  const policy = policyAfter(after, decided, desk.settings.policies);
  return policy.length === 0
    ? { after, events: decided }
    : { after: applyEvents(after, policy), events: [...decided, ...policy] };
}

/** What a person asks of a ticket by one act in chat: done once, however often the act is handled. */
export function changeAsAsked(
  desk: Desk,
  id: string,
  asked: Asked,
  decide: (ticket: Ticket, asked: Asked) => Decision,
): Promise<Changed> {
  return changeTicket(desk, id, (ticket) => decide(ticket, asked), { cause: asked.cause });
}

/** Writes a ticket's first events. The id must be fresh. */
export async function createTicket(
  desk: Desk,
  id: string,
  events: Parameters<typeof applyEvents>[1],
  along: Omit<Along, 'fired'> = {},
): Promise<Ticket> {
  const ticket = applyEvents(undefined, events);
  const follow = consequencesOf(undefined, ticket, events, desk.settings);
  await desk.store.commit({
    kind: 'ticket',
    id,
    expectedVersion: 0,
    events,
    state: ticket,
    at: ticket.changedAt,
    summary: summaryOf(ticket, desk.settings.policies),
    timers: [...follow.timers, ...(along.timers ?? [])],
    outbox: [...follow.outbox, ...(along.outbox ?? [])],
  });
  return ticket;
}

export async function loadTicket(desk: Pick<Desk, 'store'>, id: string): Promise<Ticket | undefined> {
  const stored = await desk.store.load('ticket', id);
  return stored && readTicket(stored);
}

function readTicket(stored: Stored): Ticket {
  const parsed = Ticket.safeParse(stored.state);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  throw new Invalid(
    `Case ${stored.id} cannot be read: ${problem?.path.join('.')}: ${problem?.message}. Mend its file or restore it from a backup.`,
    { cause: parsed.error },
  );
}

/** The timer that fired ends with this commit, unless it was set anew while the work was done. */
function endOf(stored: Stored, fired: Timer | undefined): readonly TimerChange[] {
  const current = stored.timers.find((timer) => timer.key === fired?.key);
  return fired && current?.generation === fired.generation ? [{ cancel: fired.key }] : [];
}

/** What the store keeps at hand to find the ticket again. Without a policy book nothing is due. */
export function summaryOf(ticket: Ticket, book?: PolicyBook): TicketSummary {
  const threads = [
    ticket.conversation.thread,
    ...ticket.messages.filter((message) => message.origin === undefined).map((message) => message.thread),
    ...ticket.cards.map((card) => card.id),
  ].filter((thread) => thread !== undefined);
  const attention = attentionOf(ticket);
  const edition = ticket.policies?.at(-1)?.edition;
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status,
    requester: ticket.requester,
    openedAt: ticket.openedAt,
    changedAt: ticket.changedAt,
    threads: [...new Set(threads)],
    ...(ticket.triage
      ? { category: ticket.triage.category, severity: ticket.triage.severity, queue: ticket.triage.queue }
      : {}),
    ...(ticket.requesterName === undefined ? {} : { requesterName: ticket.requesterName }),
    ...(ticket.account ? { account: ticket.account.name } : {}),
    ...(ticket.assignee ? { assignee: ticket.assignee.person } : {}),
    ...(attention === undefined ? {} : { attention }),
    ...(edition === undefined ? {} : { edition }),
    ...(book ? glanceAtClocks(ticket, book) : {}),
    ...(ticket.status === 'closed'
      ? { closedAt: ticket.closed?.at ?? ticket.merged?.at ?? ticket.changedAt }
      : {}),
  };
}

/** A person asks, at the time of what they did. */
export function askedBy(desk: Pick<Desk, 'people'>, person: PersonId, at: Instant): Asked {
  return { by: person, role: roleOf(desk.people, person), at };
}

/** A person asks by something they did in chat. */
export function askedIn(
  desk: Pick<Desk, 'people'>,
  event: { readonly by: PersonId; readonly at: Instant; readonly keys: readonly string[] },
): Asked {
  const [cause] = event.keys;
  return { ...askedBy(desk, event.by, event.at), ...(cause === undefined ? {} : { cause }) };
}

/** The desk itself asks, now. */
export function askedByDesk(desk: Pick<Desk, 'clock'>): Asked {
  return { by: 'desk', role: 'desk', at: desk.clock.now() };
}
