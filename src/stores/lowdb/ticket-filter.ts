import type { TicketFilter, TicketSummary } from '../../store-port.ts';
import { byNumber } from './by-number.ts';

/** Do all conditions of the filter hold for the ticket? */
export function matches(filter: TicketFilter, ticket: TicketSummary): boolean {
  const {
    thread,
    ids,
    status,
    requester,
    account,
    assignee,
    queue,
    attention,
    openedSince,
    dueBefore,
    atRiskAt,
  } = filter;
  if (thread !== undefined && !ticket.threads.includes(thread)) return false;
  if (ids !== undefined && !ids.includes(ticket.id)) return false;
  if (status !== undefined && !status.includes(ticket.status)) return false;
  if (requester !== undefined && ticket.requester !== requester) return false;
  if (account !== undefined && ticket.account !== account) return false;
  if (assignee === null && ticket.assignee !== undefined) return false;
  if (assignee !== undefined && assignee !== null && ticket.assignee !== assignee) return false;
  if (queue !== undefined && ticket.queue !== queue) return false;
  if (attention !== undefined && !(ticket.attention && attention.includes(ticket.attention))) return false;
  if (openedSince !== undefined && ticket.openedAt < openedSince) return false;
  if (dueBefore !== undefined && (ticket.dueAt === undefined || ticket.dueAt >= dueBefore)) return false;
  if (atRiskAt !== undefined && (ticket.riskAt === undefined || ticket.riskAt > atRiskAt)) return false;
  return true;
}

/** In the asked order: newest or oldest by when opened, `due` by what is owed first and what is owed nothing last. */
export function inOrder(
  tickets: readonly TicketSummary[],
  { order = 'newest', limit }: Pick<TicketFilter, 'order' | 'limit'>,
): readonly TicketSummary[] {
  return [...tickets].sort(orders[order]).slice(0, limit);
}

type Compare = (one: TicketSummary, other: TicketSummary) => number;

const byOpening: Compare = (one, other) => {
  if (one.openedAt !== other.openedAt) return one.openedAt < other.openedAt ? -1 : 1;
  return byNumber(one.id, other.id);
};

const orders: Readonly<Record<NonNullable<TicketFilter['order']>, Compare>> = {
  oldest: byOpening,
  newest: (one, other) => byOpening(other, one),
  due: (one, other) => {
    if (one.dueAt === other.dueAt) return byOpening(one, other);
    if (one.dueAt === undefined || other.dueAt === undefined) return one.dueAt === undefined ? 1 : -1;
    return one.dueAt < other.dueAt ? -1 : 1;
  },
};
