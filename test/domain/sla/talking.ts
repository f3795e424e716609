import type { Clock } from '../../../src/domain/sla/clock.ts';
import { clocksOf } from '../../../src/domain/sla/clocks-of.ts';
import type { PolicyRule, SlaTarget } from '../../../src/domain/sla/policy.ts';
import { type PolicyBook, policyBook } from '../../../src/domain/sla/policy-book.ts';
import { joinMessage } from '../../../src/domain/ticket/conversation.ts';
import type { Decision } from '../../../src/domain/ticket/decision.ts';
import { recordDelivery, replyPublicly } from '../../../src/domain/ticket/reply.ts';
import type { PublicReply, Ticket } from '../../../src/domain/ticket/ticket.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { anEdition, aPolicy } from '../../support/an-edition.ts';
import { after, aMessage, asksAs, settings, support } from '../../support/builders.ts';

type Step = (ticket: Ticket) => Decision;

/** The last clock of a target, so many minutes after the ticket was opened. */
export function clockAt(
  ticket: Ticket,
  target: SlaTarget,
  minutes: number,
  book: PolicyBook = settings.policies,
): Clock | undefined {
  return clocksOf(ticket, book, after(minutes)).findLast((clock) => clock.target === target);
}

/** Names of a target's clocks with how they ended: `first_response met`. */
export function endsOf(ticket: Ticket, minutes: number, book: PolicyBook = settings.policies): string[] {
  return clocksOf(ticket, book, after(minutes))
    .filter(({ target }) => target === 'first_response' || target === 'next_response')
    .map(({ target, end, state }) => `${target} ${end?.how ?? state}`);
}

/** One policy for all tickets. */
export const bookWith = (rule: Partial<PolicyRule>): PolicyBook =>
  policyBook([anEdition({ rules: [aPolicy(rule)] })]);

export const asks =
  (minutes: number, text = 'It still fails in the EU', at: Instant = after(minutes)): Step =>
  (ticket) =>
    joinMessage(ticket, aMessage({ id: `${support}:${at}`, at, text }), asksAs.requester(at));

export const approves =
  (minutes: number, next: PublicReply['next'] = 'open'): Step =>
  (ticket) =>
    replyPublicly(ticket, { publicText: 'We are on it.', next }, asksAs.agent(after(minutes)));

/** A reply leaves with fields of its own, as by a rule or with a later time. */
export const leaves =
  (minutes: number, given: Partial<PublicReply>): Step =>
  ({ replies }) => ({
    events: [
      {
        type: 'reply_approved',
        reply: {
          reply: `r${replies.length + 1}`,
          publicText: 'Soon',
          edited: false,
          next: 'keep',
          ...given,
        },
        ...{ by: 'desk', at: after(minutes) },
      },
    ],
  });

/** The latest reply reaches a thread, the ticket's own unless another is named. */
export const arrives =
  (minutes: number, thread?: string): Step =>
  (ticket) =>
    recordDelivery(
      ticket,
      {
        reply: `r${ticket.replies.length}`,
        thread: thread ?? ticket.conversation.thread ?? '',
        id: `${support}:${minutes}r`,
      },
      asksAs.desk(after(minutes)),
    );

export const answers = (minutes: number, next: PublicReply['next'] = 'open'): readonly Step[] => [
  approves(minutes, next),
  arrives(minutes),
];
