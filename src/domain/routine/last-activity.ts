import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';

/**
 * When somebody last did something about the ticket, in public or among the team. What the desk does by itself (cards,
 * notices, prepared words) is not activity; an answer that left by itself is.
 */
export function lastActivityAt(ticket: Ticket): Instant {
  const moments = [
    ticket.openedAt,
    ...ticket.messages.flatMap(({ at, edits }) => [at, ...edits.map(({ until }) => until)]),
    ...ticket.replies.map(({ at }) => at),
    ...ticket.notes.map(({ at }) => at),
    ...ticket.statusLog.map(({ at }) => at),
    ...(ticket.triage?.corrections ?? []).map(({ at }) => at),
    ...[ticket.assignee, ticket.hold, ticket.snooze, ticket.escalation].flatMap((one) =>
      one ? [one.at] : [],
    ),
  ];
  return moments.reduce((last, at) => (at > last ? at : last));
}
