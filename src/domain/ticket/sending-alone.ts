import { whyNotAlone } from '../autonomy/alone.ts';
import type { Instant } from '../time.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import type { TicketEvent } from './event.ts';
import { may } from './permission.ts';
import { proposedDraft, type Ticket } from './ticket.ts';

/** A draft about a topic that has earned it will leave by itself at that moment. None when a person must look first. */
export function planSending(
  ticket: Ticket,
  plan: { readonly topic: string; readonly dueAt: Instant; readonly leastConfidence: number },
  asked: Asked,
): readonly TicketEvent[] {
  const draft = proposedDraft(ticket);
  if (!draft || whyNotAlone(ticket, draft, plan.leastConfidence) !== undefined) return [];
  const { topic, dueAt } = plan;
  return [{ type: 'sending_planned', draft: draft.draft, topic, dueAt, ...stamp(asked) }];
}

/** Anybody of the team keeps the draft from leaving by itself; it stays to be approved or edited. */
export function stopSending(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'approve')) return { refused: 'not_allowed' };
  if (!ticket.planned) return nothing;
  return { events: [{ type: 'sending_stopped', draft: ticket.planned.draft, ...stamp(asked) }] };
}

/** The moment has come: the planned draft leaves, if nothing has changed that would have forbidden the plan. */
export function sendPlanned(
  ticket: Ticket,
  rule: { readonly isOn: (topic: string) => boolean; readonly leastConfidence: number },
  asked: Asked,
): Decision {
  const { planned } = ticket;
  if (!planned) return nothing;
  const draft = proposedDraft(ticket);
  const stopped: Decision = {
    events: [{ type: 'sending_stopped', draft: planned.draft, ...stamp(asked) }],
  };
  if (!draft || draft.draft !== planned.draft || !rule.isOn(planned.topic)) return stopped;
  if (whyNotAlone(ticket, draft, rule.leastConfidence) !== undefined) return stopped;
  const reply = {
    reply: `r${ticket.replies.length + 1}`,
    publicText: draft.text,
    draft: draft.draft,
    edited: false,
    rule: planned.topic,
    next: 'ask' as const,
  };
  return { events: [{ type: 'reply_approved', reply, ...stamp(asked) }] };
}

/** A plan holds only while its draft stands and nobody has taken the ticket. */
export function withoutStalePlan(ticket: Ticket): Ticket {
  if (!ticket.planned) return ticket;
  const stands = proposedDraft(ticket)?.draft === ticket.planned.draft;
  if (stands && !ticket.assignee && !ticket.escalation && !ticket.merged) return ticket;
  const { planned: _planned, ...rest } = ticket;
  return rest;
}
