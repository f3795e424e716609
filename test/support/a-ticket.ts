import { policyFacts } from '../../src/domain/sla/apply-policy.ts';
import { applyEvents } from '../../src/domain/ticket/apply.ts';
import { openTicket } from '../../src/domain/ticket/conversation.ts';
import { type Decision, nothing } from '../../src/domain/ticket/decision.ts';
import { closeTicket, solveTicket } from '../../src/domain/ticket/ending.ts';
import type { TicketEvent } from '../../src/domain/ticket/event.ts';
import { proposeDraft, triageTicket } from '../../src/domain/ticket/judgement.ts';
import { Ticket } from '../../src/domain/ticket/ticket.ts';
import { claimTicket, holdTicket, waitForRequester } from '../../src/domain/ticket/work.ts';
import type { Status } from '../../src/domain/words.ts';
import { aDraft, after, aMessage, asksAs, aTriage, dana, eventsOf, support, ten } from './builders.ts';

/** The events that open a ticket by a message in the support channel. */
export function openingOf(id = 'T-1', requester = dana, text?: string): readonly TicketEvent[] {
  const message = aMessage({
    id: `${support}:${id}.1`,
    thread: `${support}:${id}.1`,
    author: requester,
    ...(text === undefined ? {} : { text }),
  });
  return openTicket(
    {
      id,
      door: 'channel',
      requester,
      subject: 'Checkout fails with error 502',
      conversation: { channel: support, kind: 'channel', thread: message.id },
      messages: [message],
    },
    asksAs.requester(ten, requester),
  );
}

/** The ticket after what was decided; refused decisions fail the test. */
export function afterwards(ticket: Ticket, ...decide: readonly ((ticket: Ticket) => Decision)[]): Ticket {
  return decide.reduce((current, step) => applyEvents(current, eventsOf(step(current))), ticket);
}

/** What brings a fresh ticket into each status, the way people do it. */
const ways: Readonly<Record<Status, readonly ((ticket: Ticket) => Decision)[]>> = {
  new: [],
  open: [(ticket) => claimTicket(ticket, asksAs.agent(after(3)))],
  pending: [(ticket) => waitForRequester(ticket, asksAs.agent(after(4)))],
  on_hold: [(ticket) => holdTicket(ticket, { reason: 'engineering' }, asksAs.agent(after(4)))],
  solved: [(ticket) => solveTicket(ticket, 'cleared the cache', asksAs.agent(after(5)))],
  closed: [
    (ticket) => solveTicket(ticket, undefined, asksAs.agent(after(5))),
    (ticket) => closeTicket(ticket, 'quiet', asksAs.desk(after(6))),
  ],
};

/** A ticket in a status; anything else that matters to the test is laid over it. */
export function aTicket(given: Partial<Ticket> & { readonly status?: Status } = {}): Ticket {
  const { status = 'new', id = 'T-1', requester = dana, ...rest } = given;
  const opened = applyEvents(undefined, openingOf(id, requester));
  return Ticket.parse({ ...afterwards(opened, ...ways[status]), ...rest });
}

/** The desk's own second step after sorting: the policy that holds for the ticket, by the test desk's only edition. */
export const promisedByEdition = (ticket: Ticket): Decision => {
  const facts = policyFacts(ticket);
  return facts
    ? { events: [{ type: 'policy_applied', edition: 1, facts, by: 'desk', at: after(1) }] }
    : nothing;
};

/** Judged and drafted, as it stands seconds after it was opened. */
export function aWorkedTicket(given: Partial<Ticket> & { readonly status?: Status } = {}): Ticket {
  const { status = 'new', id = 'T-1', requester = dana, ...rest } = given;
  const opened = applyEvents(undefined, openingOf(id, requester));
  const worked = afterwards(
    opened,
    (ticket) => triageTicket(ticket, aTriage(), asksAs.desk(after(1))),
    (ticket) => proposeDraft(ticket, aDraft(), asksAs.desk(after(2))),
    promisedByEdition,
    ...ways[status],
  );
  return Ticket.parse({ ...worked, ...rest });
}
