import { isResponse } from '../sla/policy.ts';
import { isAnswer } from '../sla/public-talk.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import { isRequesterOf } from './is-requester-of.ts';
import { isLive, type PublicReply, type Ticket } from './ticket.ts';

/** The requester is asked to agree to a later time, and the question still stands. */
export function isOpenProposal(ticket: Ticket, reply: PublicReply): boolean {
  return reply.proposes !== undefined && !reply.agreed && !isOvertaken(ticket, reply);
}

/** It ended, was answered, or another time was proposed: whether the later one is fine does not matter any more. */
export function isOvertaken(ticket: Ticket, reply: PublicReply): boolean {
  const target = reply.proposes?.target;
  if (ticket.merged || !isLive(ticket)) return true;
  const index = ticket.replies.findIndex((known) => known.reply === reply.reply);
  const later = ticket.replies.slice(index + 1);
  if (later.some(({ proposes }) => proposes?.target === target)) return true;
  if (!isResponse(target)) return false;
  const typed = ticket.messages.some((message) => message.from === 'desk' && message.at > reply.at);
  return (
    typed || later.some((each) => each.rule === undefined && each.proposes === undefined && isAnswer(each))
  );
}

/** The requester, or whoever shares the ticket, agrees to the later time. Only they can. */
export function agreeToExtension(ticket: Ticket, reply: string, asked: Asked): Decision {
  return answering(ticket, reply, { type: 'extension_agreed', asked });
}

/** The requester, or whoever shares the ticket, needs it sooner. */
export function declineExtension(ticket: Ticket, reply: string, asked: Asked): Decision {
  return answering(ticket, reply, { type: 'extension_declined', asked });
}

function answering(
  ticket: Ticket,
  id: string,
  { type, asked }: { readonly type: 'extension_agreed' | 'extension_declined'; readonly asked: Asked },
): Decision {
  if (!isRequesterOf(ticket, asked.by)) return { refused: 'not_allowed' };
  const reply = ticket.replies.find((known) => known.reply === id);
  if (!reply?.proposes) return { refused: 'overtaken' };
  if (reply.agreed) return nothing;
  if (!isOpenProposal(ticket, reply) || reply.proposes.dueAt <= asked.at) return { refused: 'overtaken' };
  return { events: [{ type, reply: reply.reply, ...stamp(asked) }] };
}
