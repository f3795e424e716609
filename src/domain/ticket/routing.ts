import type { Attention } from '../words.ts';
import { type Asked, stamp } from './decision.ts';
import type { TicketEvent, TicketEventOf } from './event.ts';
import { isLive, type Route, type Ticket } from './ticket.ts';

/** Who should look first once this draft stands; no event when that is so already. */
export function routeByDraft(
  ticket: Ticket,
  draft: TicketEventOf<'drafted'>['draft'],
  threshold: number,
  asked: Asked,
): readonly TicketEvent[] {
  const { to, reason } = routeOf(draft, threshold);
  if (
    ticket.route === undefined ? to === 'agent' : ticket.route.to === to && ticket.route.reason === reason
  ) {
    return [];
  }
  return [{ type: 'routed', to, reason, ...stamp(asked) }];
}

function routeOf(
  draft: TicketEventOf<'drafted'>['draft'],
  threshold: number,
): { readonly to: Route; readonly reason: string } {
  const blocked = draft.findings.find(({ effect }) => effect === 'blocks');
  if (draft.outcome === 'unknown') return { to: 'escalation_manager', reason: 'the desk does not know' };
  if (blocked) return { to: 'escalation_manager', reason: 'a guard stopped the draft' };
  const words = `confidence ${draft.confidence.toFixed(2)} is`;
  return draft.confidence < threshold
    ? { to: 'escalation_manager', reason: `${words} below ${threshold}` }
    : { to: 'agent', reason: `${words} at or above ${threshold}` };
}

/** Why somebody who can decide more should look at it now, if somebody should. */
export function attentionOf(ticket: Ticket): Attention | undefined {
  if (ticket.escalation && isLive(ticket)) return 'escalated';
  return awaitsEscalationManager(ticket) ? 'unsure' : undefined;
}

/** Waits for the Escalation Manager: nobody has taken it and nobody has answered since it was sent there. */
export function awaitsEscalationManager(ticket: Ticket): boolean {
  const { route } = ticket;
  if (!isLive(ticket) || route?.to !== 'escalation_manager' || ticket.assignee) return false;
  return !ticket.replies.some(({ at }) => at > route.at);
}
