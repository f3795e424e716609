import type { Desk } from '../desk.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { TriageFacts } from '../domain/triage.ts';

/** What an engine is told of the person who asks. */
export async function requesterFacts(desk: Desk, ticket: Ticket): Promise<TriageFacts['requester']> {
  const earlier = await desk.store.tickets({ requester: ticket.requester, limit: 50 });
  return {
    name: ticket.requesterName ?? '',
    earlierTickets: earlier.filter((summary) => summary.id !== ticket.id).length,
  };
}
