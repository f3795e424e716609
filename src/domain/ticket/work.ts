import type { MessageId } from '../chat-event.ts';
import type { Instant } from '../time.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import { may } from './permission.ts';
import { isLive, type Ticket } from './ticket.ts';

/** Becoming the responsible agent. One wins; the second is told who was first. A manager may take over. */
export function claimTicket(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'claim')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return { refused: 'closed' };
  if (ticket.assignee?.person === asked.by) return nothing;
  if (ticket.assignee && !may(asked.role, 'take_over')) {
    return { refused: 'already_claimed', by: ticket.assignee.person, at: ticket.assignee.at };
  }
  return { events: [{ type: 'claimed', ...stamp(asked) }] };
}

/** Giving the ticket back to its queue. */
export function releaseTicket(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'claim')) return { refused: 'not_allowed' };
  if (!ticket.assignee) return nothing;
  if (ticket.assignee.person !== asked.by && !may(asked.role, 'take_over')) {
    return { refused: 'already_claimed', by: ticket.assignee.person, at: ticket.assignee.at };
  }
  return { events: [{ type: 'released', ...stamp(asked) }] };
}

/** Words for the team alone. The same message of the team's thread is one note. */
export function addNote(
  ticket: Ticket,
  words: { readonly internalText: string; readonly message?: MessageId },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'note')) return { refused: 'not_allowed' };
  if (words.internalText.trim() === '') return { refused: 'empty' };
  if (words.message !== undefined && ticket.notes.some((known) => known.message === words.message))
    return nothing;
  return { events: [{ type: 'noted', note: `n${ticket.notes.length + 1}`, ...words, ...stamp(asked) }] };
}

/** We wait for the requester. */
export function waitForRequester(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return { refused: 'closed' };
  if (ticket.status === 'pending') return nothing;
  return { events: [{ type: 'waiting', ...stamp(asked) }] };
}

/** We wait for engineering or a third party. */
export function holdTicket(
  ticket: Ticket,
  hold: { readonly reason: string; readonly until?: Instant },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return { refused: 'closed' };
  if (hold.reason.trim() === '') return { refused: 'empty' };
  if (hold.until !== undefined && hold.until <= asked.at) return { refused: 'past' };
  if (ticket.hold?.reason === hold.reason && ticket.hold.until === hold.until) return nothing;
  return { events: [{ type: 'held', ...hold, ...stamp(asked) }] };
}

/** Work goes on after waiting or holding. */
export function resumeTicket(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (ticket.status !== 'on_hold' && ticket.status !== 'pending') return nothing;
  return { events: [{ type: 'resumed', ...stamp(asked) }] };
}

/** Out of sight until then, or until the requester writes. */
export function snoozeTicket(ticket: Ticket, until: Instant, asked: Asked): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return { refused: 'closed' };
  if (until <= asked.at) return { refused: 'past' };
  if (ticket.snooze?.until === until) return nothing;
  return { events: [{ type: 'snoozed', until, ...stamp(asked) }] };
}

/** Back in sight: its time has come, or somebody wants it now. */
export function wakeTicket(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'work')) return { refused: 'not_allowed' };
  return ticket.snooze ? { events: [{ type: 'woken', ...stamp(asked) }] } : nothing;
}

/** The ticket needs a specialist or a decision that an agent may not make. */
export function escalateTicket(ticket: Ticket, reason: string, asked: Asked): Decision {
  if (!may(asked.role, 'escalate')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return { refused: 'closed' };
  if (reason.trim() === '') return { refused: 'empty' };
  if (ticket.escalation?.by === asked.by && ticket.escalation.reason === reason) return nothing;
  return { events: [{ type: 'escalated', reason, ...stamp(asked) }] };
}
