import type { Desk } from '../desk.ts';
import { openTicket, subjectOf } from '../domain/ticket/conversation.ts';
import type { Asked } from '../domain/ticket/decision.ts';
import { TicketEvent, type TicketEventOf } from '../domain/ticket/event.ts';
import { splitTicket } from '../domain/ticket/relation.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Claims } from '../store-port.ts';
import { type Changed, changeAsAsked, createTicket, loadTicket } from './change-ticket.ts';
import { otherOf, over } from './merge-tickets.ts';

/** Takes messages out into a ticket of their own. The new ticket's number is fixed in the first step. */
export async function splitOff(
  desk: Desk,
  id: string,
  choose: (ticket: Ticket) => readonly string[],
  asked: Asked,
): Promise<Changed> {
  const into = await desk.store.nextTicketId();
  return changeAsAsked(desk, id, asked, (ticket) =>
    splitTicket(ticket, { into, messages: choose(ticket) }, asked),
  );
}

/** Second step: opens the new ticket with the messages that were taken out. */
export async function finishSplit(desk: Desk, claim: Claims['timers']): Promise<void> {
  const stored = await desk.store.load('ticket', claim.id);
  const into = otherOf(claim);
  const source = await loadTicket(desk, claim.id);
  if (stored && source && !(await desk.store.load('ticket', into))) {
    const split = stored.events
      .map((event) => TicketEvent.parse(event))
      .find((event) => event.type === 'split' && event.into === into);
    if (split?.type === 'split') await createTicket(desk, into, eventsOfSplit(source, split));
  }
  await over(desk, claim);
}

function eventsOfSplit(source: Ticket, split: TicketEventOf<'split'>): readonly TicketEvent[] {
  const first = split.messages.find((message) => message.from === 'requester');
  if (!first) return [];
  const asked: Asked = { by: split.by, role: 'desk', at: split.at };
  const opened = openTicket(
    {
      id: split.into,
      door: 'split',
      requester: first.author,
      subject: subjectOf(first.text),
      conversation: { ...source.conversation, thread: first.thread },
      messages: split.messages,
    },
    asked,
  );
  return [...opened, { type: 'linked', ticket: source.id, kind: 'split', by: split.by, at: split.at }];
}
