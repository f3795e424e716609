import type { Desk } from '../../desk.ts';
import type { Refused } from '../../domain/errors.ts';
import { type Decision, nothing } from '../../domain/ticket/decision.ts';
import { recordFailure } from '../../domain/ticket/reply.ts';
import type { Conversation, Ticket } from '../../domain/ticket/ticket.ts';
import type { Post, Posted, RequesterCard, TeamCard } from '../../ports.ts';
import type { OutboxKind, Saying } from '../../scheduler/table.ts';
import type { Claims, OutboxChange } from '../../store-port.ts';
import { askedByDesk, changeTicket, loadTicket } from '../change-ticket.ts';

export type Claim = Claims['outbox'];

/** One kind of thing a ticket says, before it is tied to a desk. */
export type TicketSayer = (desk: Desk) => OutboxKind;

/** What a sayer answers for: how to render a row, and what being heard means for the ticket. */
export type SayerPlan = {
  readonly compose: (desk: Desk, ticket: Ticket, claim: Claim) => Saying;
  readonly said?: (desk: Desk, ticket: Ticket, claim: Claim, posted: Posted) => Decision;
  readonly alsoSay?: (ticket: Ticket, claim: Claim) => readonly OutboxChange[];
  /** What a refusal means; `park`, or nothing given: the row waits for a person. */
  readonly refused?: (desk: Desk, ticket: Ticket, claim: Claim, error: Refused) => Decision | 'park';
};

/** Ties a plan to the store: load, render; and once it is said, commit that together with the end of the row. */
export function sayer(plan: SayerPlan): TicketSayer {
  return (desk) => ({
    async compose(claim) {
      const ticket = await loadTicket(desk, claim.id);
      return ticket ? plan.compose(desk, ticket, claim) : { say: 'nothing' };
    },
    async said(claim, posted) {
      await changeTicket(
        desk,
        claim.id,
        (ticket) => plan.said?.(desk, ticket, claim, posted) ?? nothing,
        (ticket) => ({ outbox: [...(plan.alsoSay?.(ticket, claim) ?? []), doneWith(claim)] }),
      );
    },
    async refused(claim, error) {
      const ticket = await loadTicket(desk, claim.id);
      const decision = ticket && plan.refused?.(desk, ticket, claim, error);
      if (decision === undefined || decision === 'park') return;
      await changeTicket(desk, claim.id, () => decision, { outbox: [doneWith(claim)] });
    },
  });
}

/** The row ends with what is committed. */
export function doneWith(claim: Claim): OutboxChange {
  return { done: claim.row.key, generation: claim.row.generation };
}

/** Names a saying for ever; travels in the message's metadata. */
export function keyOf(claim: Claim): string {
  return `${claim.id}/${claim.row.key}`;
}

/** A card in a conversation with a requester. Takes requester cards only. */
export function toRequester(claim: Claim, conversation: Conversation, card: RequesterCard): Post {
  return {
    audience: 'requester',
    key: keyOf(claim),
    channel: conversation.channel,
    ...(conversation.thread === undefined ? {} : { thread: conversation.thread }),
    card,
  };
}

/** A card in a channel of the team. Takes team cards only. */
export function toTeam(
  claim: Claim,
  place: { readonly channel: string; readonly thread?: string },
  card: TeamCard,
): Post {
  return { audience: 'team', key: keyOf(claim), ...place, card };
}

/** The card shows what could not be said to the requester, and why. */
export function showFailure(desk: Desk, ticket: Ticket, claim: Claim, error: Refused): Decision {
  return recordFailure(ticket, { key: claim.row.key, reason: error.message }, askedByDesk(desk));
}
