import type { Desk } from '../desk.ts';
import type { Clock } from '../domain/sla/clock.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { type PreparedUpdate, proposedUpdate } from '../domain/ticket/updating.ts';

/**
 * The message the requester is owed when a clock comes near its end, for the team to send. Undefined when nothing
 * should be prepared: merged, ended, nowhere to say it, or one for this clock stands already.
 */
export async function preparedUpdate(
  _desk: Desk,
  ticket: Ticket,
  clock: Clock,
  kind: 'progress' | 'delay',
): Promise<PreparedUpdate | undefined> {
  if (proposedUpdate(ticket)?.clock === clock.id) return undefined;
  return { update: `u${(ticket.updates?.length ?? 0) + 1}`, kind, clock: clock.id, text: `${ticket.id}` };
}
