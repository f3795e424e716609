import type { PolicyBook } from '../sla/policy-book.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time.ts';
import type { LintFacts } from './lint-update.ts';
import { requestWords } from './request-words.ts';
import { lastUpdate, nextUpdateBy } from './update-story.ts';

/** What only the desk as a whole knows: the names that must not appear. */
export type ForeignNames = Pick<LintFacts, 'otherAccounts' | 'colleagues'>;
export const noForeignNames: ForeignNames = { otherAccounts: [], colleagues: [] };

/** What the words of an update to this ticket's requester are measured against. */
export function lintFactsOf(
  ticket: Ticket,
  at: { readonly book: PolicyBook; readonly now: Instant; readonly zone: string },
  names: ForeignNames,
): LintFacts {
  const own = ticket.account?.name.toLowerCase();
  return {
    now: at.now,
    zone: at.zone,
    latest: nextUpdateBy(ticket, at.book, at.now),
    tickets: [ticket.id, ...ticket.absorbed.map((entry) => entry.ticket)],
    otherAccounts: names.otherAccounts.filter((name) => name.toLowerCase() !== own),
    colleagues: names.colleagues,
    last: lastUpdate(ticket)?.publicText,
    request: requestWords(ticket),
  };
}
