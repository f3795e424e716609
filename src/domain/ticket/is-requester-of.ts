import type { Ticket } from './ticket.ts';

/** Whoever asked, here or in a ticket that was merged into this one: they are all answered, so they may all say. */
export function isRequesterOf(ticket: Ticket, person: string): boolean {
  if (ticket.requester === person) return true;
  return ticket.absorbed.some((entry) => {
    const request = ticket.messages.find(
      (message) => message.origin === entry.ticket && message.from === 'requester',
    );
    return request?.author === person;
  });
}
