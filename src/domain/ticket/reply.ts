import type { MessageId } from '../chat-event.ts';
import { lastPublicAnswer, takenByAnswering } from './conversation.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import { may } from './permission.ts';
import {
  type Conversation,
  isBlocked,
  isLive,
  type PublicReply,
  proposedDraft,
  publicConversations,
  type Ticket,
} from './ticket.ts';

/** `anyway`: the person has seen that somebody answered meanwhile and still wants to send. */
export type SendMode = 'careful' | 'anyway';

/** A person lets the proposed draft go out as it is. */
export function approveDraft(
  ticket: Ticket,
  approval: { readonly draft: string; readonly mode: SendMode },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'approve')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  const sent = ticket.replies.find((reply) => reply.draft === approval.draft);
  if (sent) return { refused: 'already_sent', by: sent.by, at: sent.at };
  const draft = proposedDraft(ticket);
  if (!draft || draft.draft !== approval.draft || draft.outcome !== 'answer') return { refused: 'no_draft' };
  if (isBlocked(draft)) return { refused: 'draft_blocked' };
  const answered = lastPublicAnswer(ticket);
  if (approval.mode === 'careful' && answered && answered.at > draft.at) {
    return { refused: 'answered_meanwhile', by: answered.by, at: answered.at };
  }
  return send(ticket, { publicText: draft.text, draft: draft.draft, edited: false, next: 'ask' }, asked);
}

/** A person writes a public reply, from scratch or from a draft. */
export function replyPublicly(
  ticket: Ticket,
  words: { readonly publicText: string; readonly draft?: string; readonly next: PublicReply['next'] },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'reply')) return { refused: 'not_allowed' };
  if (ticket.merged) return { refused: 'merged' };
  if (words.publicText.trim() === '') return { refused: 'empty' };
  const draft = ticket.drafts.find((known) => known.draft === words.draft);
  return send(ticket, { ...words, edited: draft !== undefined && draft.text !== words.publicText }, asked);
}

function send(
  ticket: Ticket,
  words: Pick<PublicReply, 'publicText' | 'edited' | 'next'> & { readonly draft?: string },
  asked: Asked,
): Decision {
  const reply = `r${ticket.replies.length + 1}`;
  const reopened = isLive(ticket)
    ? []
    : [{ type: 'reopened' as const, reason: 'The team wrote again', ...stamp(asked) }];
  return {
    events: [
      ...reopened,
      ...takenByAnswering(ticket, asked),
      { type: 'reply_approved', reply: { reply, ...words }, ...stamp(asked) },
    ],
  };
}

/** The platform took the reply; once for each thread. */
export function recordDelivery(
  ticket: Ticket,
  receipt: { readonly reply: string; readonly thread: MessageId; readonly id: MessageId },
  asked: Asked,
): Decision {
  const reply = ticket.replies.find((known) => known.reply === receipt.reply);
  if (!reply || reply.delivered.some((known) => known.thread === receipt.thread)) return nothing;
  return { events: [{ type: 'reply_delivered', ...receipt, ...stamp(asked) }] };
}

/** Where this reply stands in one of the ticket's threads; undefined while it does not. */
export function deliveredIn(
  reply: PublicReply,
  conversation: Conversation,
): PublicReply['delivered'][number] | undefined {
  return reply.delivered.find(
    // In a direct conversation without a thread the reply itself began one.
    (known) =>
      known.thread === conversation.thread || (conversation.kind === 'direct' && known.thread === known.id),
  );
}

/** What could not be delivered is said again, unless it asks for a later time that has passed meanwhile. */
export function retryDelivery(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'reply')) return { refused: 'not_allowed' };
  if (ticket.undelivered.length === 0) return nothing;
  const isPast = ticket.undelivered.some(({ key }) => {
    const proposes = rowOf(ticket, key)?.reply.proposes;
    return proposes !== undefined && proposes.dueAt <= asked.at;
  });
  if (isPast) return { refused: 'late_update' };
  return { events: [{ type: 'delivery_retried', ...stamp(asked) }] };
}

/** The reply of a row `reply:r2:1`, and where it stands if it does. */
function rowOf(ticket: Ticket, key: string) {
  const [kind, id, index] = key.split(':');
  const reply = kind === 'reply' ? ticket.replies.find((known) => known.reply === id) : undefined;
  const conversation = publicConversations(ticket)[Number(index)];
  return reply && conversation && { reply, delivered: deliveredIn(reply, conversation) };
}

/** Something meant for chat could not be said; the card shows it. What stands there, only not as it reads now, was said. */
export function recordFailure(
  ticket: Ticket,
  failure: { readonly key: string; readonly reason: string },
  asked: Asked,
): Decision {
  if (rowOf(ticket, failure.key)?.delivered) return nothing;
  if (ticket.undelivered.some((known) => known.key === failure.key && known.reason === failure.reason)) {
    return nothing;
  }
  return { events: [{ type: 'not_delivered', ...failure, ...stamp(asked) }] };
}
