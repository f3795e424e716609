import type { SlaTarget } from '../domain/sla/policy.ts';
import type { PolicyBook } from '../domain/sla/policy-book.ts';
import { isSolvedInAll } from '../domain/sla/solved-in-all.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import { targetWords } from './wording.ts';

/** What is promised on this ticket, for the team: the solution is one “in all” where there is another one beside it. */
export function promiseWords(target: SlaTarget, ticket: Ticket, policies: PolicyBook): string {
  const isInAll = target === 'total_resolution' && isSolvedInAll(ticket, policies);
  return isInAll ? inAll : targetWords[target];
}

/** The solution of a ticket that has a first solution as well. */
export const inAll = 'solution in all';
