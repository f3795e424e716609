import type { Desk } from '../desk.ts';
import { policyAfter } from '../domain/sla/apply-policy.ts';
import { applyEvents } from '../domain/ticket/apply.ts';
import { type Asked, type Decision, isRefused, nothing } from '../domain/ticket/decision.ts';
import { absorb, linkTicket, mergeInto, releaseMerged, unmerge } from '../domain/ticket/relation.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Claims } from '../store-port.ts';
import { askedByDesk, type Changed, changeAsAsked, changeTicket, loadTicket } from './change-ticket.ts';
import { queueFollowing } from './correct-sorting.ts';

/** Puts one ticket into another: recorded in the first, finished in the second by a timer that survives a restart. */
export async function mergeTickets(desk: Desk, id: string, into: string, asked: Asked): Promise<Changed> {
  const target = await loadTicket(desk, into);
  if (!target) return { outcome: 'unknown_ticket' };
  return changeAsAsked(desk, id, asked, (ticket) => mergeInto(ticket, target, asked));
}

/** The other ticket as it would be after a merge, looked at without changing anything; undefined when it is refused. */
export function previewMerge(desk: Desk, ticket: Ticket, target: Ticket, asked: Asked): Ticket | undefined {
  const decision = mergeInto(ticket, target, asked);
  if (isRefused(decision)) return undefined;
  const merged = applyEvents(ticket, decision.events);
  const { events } = takenIn(desk, target, merged, { by: 'desk', role: 'desk', at: asked.at });
  const after = applyEvents(target, events);
  return applyEvents(after, policyAfter(after, events, desk.settings.policies));
}

/** What the other ticket takes in; its queue follows when it becomes graver. */
function takenIn(desk: Desk, target: Ticket, source: Ticket, asked: Asked) {
  return withQueue(desk, target, absorb(target, source, asked), asked);
}

function withQueue(desk: Desk, ticket: Ticket, decision: Decision, asked: Asked) {
  const events = isRefused(decision) ? [] : decision.events;
  const after = events.length === 0 ? ticket : applyEvents(ticket, events);
  return { events: [...events, ...queueFollowing(desk.settings, { before: ticket, after }, asked)] };
}

/**
 * Second step of a merge: the other ticket takes the messages in. Repeating it changes nothing. When the other ticket
 * was itself merged in the same moment, this merge is taken back, so that no words lie where nobody looks.
 */
export async function finishMerge(desk: Desk, claim: Claims['timers']): Promise<void> {
  const into = otherOf(claim);
  const source = await loadTicket(desk, claim.id);
  const absorbed =
    source && (await changeTicket(desk, into, (target) => takenIn(desk, target, source, askedByDesk(desk))));
  if (absorbed && absorbed.outcome !== 'unknown_ticket' && absorbed.ticket.merged) {
    await changeTicket(desk, claim.id, (ticket) =>
      ticket.merged?.into === into ? unmerge(ticket, askedByDesk(desk)) : nothing,
    );
  }
  await over(desk, claim);
}

/** Second step of taking a merge back. */
export async function finishUnmerge(desk: Desk, claim: Claims['timers']): Promise<void> {
  const source = await loadTicket(desk, claim.id);
  // Merged again before this step ran: the other ticket keeps the messages.
  if (source?.merged?.into !== otherOf(claim)) {
    await changeTicket(desk, otherOf(claim), (target) => {
      const asked = askedByDesk(desk);
      return withQueue(desk, target, releaseMerged(target, claim.id, asked), asked);
    });
  }
  await over(desk, claim);
}

/** The other side of a link. */
export async function finishLink(desk: Desk, claim: Claims['timers']): Promise<void> {
  const source = await loadTicket(desk, claim.id);
  const link = source?.links.find((known) => known.ticket === otherOf(claim));
  if (link) {
    await changeTicket(desk, link.ticket, (other) =>
      linkTicket(other, { ticket: claim.id, kind: link.kind }, askedByDesk(desk)),
    );
  }
  await over(desk, claim);
}

/** The second ticket's id, which is part of the timer's key. */
export function otherOf(claim: Claims['timers']): string {
  return claim.timer.key.slice(claim.timer.key.indexOf(':') + 1);
}

export async function over(desk: Desk, claim: Claims['timers']): Promise<void> {
  await changeTicket(desk, claim.id, () => ({ events: [] }), { fired: claim.timer });
}
