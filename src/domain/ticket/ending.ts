import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import { isRequesterOf } from './is-requester-of.ts';
import { may } from './permission.ts';
import { isLive, type Ticket } from './ticket.ts';

/** An agent says it is solved. The requester may still say otherwise. */
export function solveTicket(ticket: Ticket, resolution: string | undefined, asked: Asked): Decision {
  if (!may(asked.role, 'end')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return nothing;
  if (ticket.incident) return { refused: 'in_incident' };
  const words = resolution?.trim();
  return { events: [{ type: 'solved', ...(words ? { resolution: words } : {}), ...stamp(asked) }] };
}

/** The requester, or somebody for them, says that it works. */
export function confirmSolution(ticket: Ticket, asked: Asked): Decision {
  if (!mayConfirm(ticket, asked)) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  if (ticket.status === 'closed' || ticket.solution?.confirmed) return nothing;
  return { events: [{ type: 'confirmed', ...stamp(asked) }] };
}

/** It is still broken. */
export function disputeSolution(ticket: Ticket, asked: Asked): Decision {
  if (!mayConfirm(ticket, asked)) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  if (isLive(ticket) && ticket.status !== 'pending') return nothing;
  const reopened = isLive(ticket)
    ? []
    : [{ type: 'reopened' as const, reason: 'The requester says it is still broken', ...stamp(asked) }];
  return { events: [...reopened, { type: 'disputed', ...stamp(asked) }] };
}

/** Asked whether they still need us, the requester does. */
export function needHelp(ticket: Ticket, asked: Asked): Decision {
  if (!mayConfirm(ticket, asked)) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  const woken = ticket.snooze ? [{ type: 'woken' as const, ...stamp(asked) }] : [];
  if (ticket.status === 'pending') return { events: [...woken, { type: 'resumed', ...stamp(asked) }] };
  if (isLive(ticket)) return nothing;
  return { events: [{ type: 'reopened', reason: 'The requester still needs help', ...stamp(asked) }] };
}

function mayConfirm(ticket: Ticket, asked: Asked): boolean {
  return may(asked.role, 'confirm') && (asked.role !== 'requester' || isRequesterOf(ticket, asked.by));
}

export function reopenTicket(ticket: Ticket, reason: string, asked: Asked): Decision {
  if (asked.role === 'requester' ? !isRequesterOf(ticket, asked.by) : !may(asked.role, 'end')) {
    return { refused: 'not_allowed' };
  }
  if (ticket.merged) return { refused: 'merged' };
  if (isLive(ticket)) return nothing;
  return { events: [{ type: 'reopened', reason, ...stamp(asked) }] };
}

/** Nobody has said anything for the quiet time, or it never was a request. */
export function closeTicket(ticket: Ticket, reason: 'quiet' | 'not_a_request', asked: Asked): Decision {
  if (!may(asked.role, 'end')) return { refused: 'not_allowed' };
  if (ticket.status === 'closed') return nothing;
  if (ticket.incident) return { refused: 'in_incident' };
  if (reason === 'quiet' && ticket.status !== 'solved' && ticket.status !== 'pending') {
    return { refused: 'still_live' };
  }
  return {
    events: [{ type: 'closed', reason: ticket.status === 'solved' ? 'solved' : reason, ...stamp(asked) }],
  };
}
