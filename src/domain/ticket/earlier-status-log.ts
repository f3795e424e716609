import type { StatusEntry } from './promises.ts';
import { isLive, type Ticket } from './ticket.ts';

/** Where a ticket stood when, as far as it can be known of one that is older than the log of it. */
export function earlierStatusLog(ticket: Ticket): readonly StatusEntry[] {
  const { status, openedAt, solution, closed, merged, hold, changedAt } = ticket;
  const opened: StatusEntry = { status: 'new', at: openedAt };
  if (status === 'new') return [opened];
  const why = closed?.reason ?? (merged ? ('merged' as const) : undefined);
  const since =
    status === 'on_hold'
      ? hold?.at
      : status === 'pending'
        ? ticket.replies.at(-1)?.at
        : isLive(ticket)
          ? ticket.assignee?.at
          : (solution?.at ?? closed?.at ?? merged?.at);
  const at = since !== undefined && since > openedAt ? since : changedAt;
  return [opened, { status, at, ...(status === 'closed' && why !== undefined ? { why } : {}) }];
}
