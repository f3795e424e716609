import {
  askCard,
  closingCard,
  joinedCard,
  noticeCard,
  replyCard,
} from '../../cards/requester/requester-card.ts';
import { nothing, stamp } from '../../domain/ticket/decision.ts';
import { deliveredIn, recordDelivery } from '../../domain/ticket/reply.ts';
import {
  type Conversation,
  type PublicReply,
  publicConversations,
  type Ticket,
} from '../../domain/ticket/ticket.ts';
import { askedByDesk } from '../change-ticket.ts';
import { type Claim, sayer, showFailure, toRequester } from './saying.ts';

/** The quiet line; completed in place when it went out before the ticket was judged. */
export const notice = sayer({
  compose(desk, ticket, claim) {
    if (ticket.merged) return { say: 'nothing' };
    const post = toRequester(claim, ticket.conversation, noticeCard(ticket, desk.settings));
    return ticket.notice ? { say: 'update', id: ticket.notice, post } : { say: 'post', post };
  },
  said(desk, ticket, _claim, posted) {
    if (ticket.notice === posted.id) return nothing;
    const channel = posted.channel ?? ticket.conversation.channel;
    return { events: [{ type: 'notice_posted', channel, id: posted.id, ...stamp(askedByDesk(desk)) }] };
  },
  refused: showFailure,
});

/** Row `<message>`: under a message of its own that became part of the ticket. A courtesy: refused, it is left out. */
export const joined = sayer({
  compose(_desk, ticket, claim) {
    const message = ticket.messages.find((known) => known.id === claim.row.ref);
    if (!message || message.deleted) return { say: 'nothing' };
    const conversation = { ...ticket.conversation, thread: message.thread };
    return { say: 'post', post: toRequester(claim, conversation, joinedCard(ticket, message)) };
  },
  refused: () => nothing,
});

/** A public reply, once in each thread of the ticket; said again, it changes what stands there. */
export const reply = sayer({
  compose(_desk, ticket, claim) {
    const target = targetOf(ticket, claim);
    if (!target) return { say: 'nothing' };
    const post = toRequester(claim, target.conversation, replyCard(ticket, target.reply));
    return target.delivered ? { say: 'update', id: target.delivered.id, post } : { say: 'post', post };
  },
  said(desk, ticket, claim, posted) {
    const target = targetOf(ticket, claim);
    if (!target || target.delivered) return nothing;
    const thread = target.conversation.thread ?? posted.id;
    return recordDelivery(ticket, { reply: target.reply.reply, thread, id: posted.id }, askedByDesk(desk));
  },
  refused: showFailure,
});

type Target = {
  readonly reply: PublicReply;
  readonly conversation: Conversation;
  readonly delivered?: PublicReply['delivered'][number];
};

/** Row `r2:1`: the second reply in the second of the ticket's threads. */
function targetOf(ticket: Ticket, claim: Claim): Target | undefined {
  const [id, index] = (claim.row.ref ?? '').split(':');
  const reply = ticket.replies.find((known) => known.reply === id);
  const conversation = publicConversations(ticket)[Number(index)];
  if (!reply || !conversation) return undefined;
  const delivered = deliveredIn(reply, conversation);
  return { reply, conversation, ...(delivered ? { delivered } : {}) };
}

/** Row `<moment>` for the first of the ticket's threads, `<moment>#1` for the second. */
function conversationOf(ticket: Ticket, claim: Claim): Conversation | undefined {
  return publicConversations(ticket)[Number(claim.row.ref?.split('#')[1] ?? 0)];
}

/** After an agent marked the ticket as solved; said again, it shows what was answered. */
export const ask = sayer({
  compose(_desk, ticket, claim) {
    const conversation = conversationOf(ticket, claim);
    if (!conversation) return { say: 'nothing' };
    const ask = claim.row.ref ?? '';
    const post = toRequester(claim, conversation, askCard(ticket, ask));
    const standing = ticket.asks?.find((known) => known.ask === ask);
    if (standing) return { say: 'update', id: standing.id, post };
    if (ticket.status !== 'solved' || ticket.solution?.confirmed) return { say: 'nothing' };
    return { say: 'post', post };
  },
  said(desk, ticket, claim, posted) {
    const ask = claim.row.ref ?? '';
    if (ticket.asks?.some((known) => known.ask === ask)) return nothing;
    return { events: [{ type: 'ask_posted', ask, id: posted.id, ...stamp(askedByDesk(desk)) }] };
  },
  refused: showFailure,
});

/** The ticket closed for want of an answer. */
export const closing = sayer({
  compose(desk, ticket, claim) {
    const conversation = conversationOf(ticket, claim);
    if (!conversation || ticket.status !== 'closed') return { say: 'nothing' };
    return { say: 'post', post: toRequester(claim, conversation, closingCard(ticket, desk.settings)) };
  },
  refused: showFailure,
});
