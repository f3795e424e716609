import { isLive, type Ticket } from './ticket.ts';

type Decided = { readonly odds: number; readonly same: boolean };

/**
 * What people made of the duplicates a ticket was shown with: linked or merged, or neither although it is over. Copies
 * teach nothing: their score does not come from the likeness of words.
 */
export function decidedDuplicates(ticket: Ticket): readonly Decided[] {
  const same = new Set([
    ...ticket.links.filter(({ kind }) => kind === 'duplicate').map((link) => link.ticket),
    ...ticket.absorbed.map((entry) => entry.ticket),
    ...(ticket.merged ? [ticket.merged.into] : []),
  ]);
  const related = new Set(ticket.links.map((link) => link.ticket));
  const isOver = !isLive(ticket) && !ticket.merged;
  return (ticket.triage?.duplicates ?? []).flatMap(
    ({ ticket: candidate, odds, isCopy }): readonly Decided[] => {
      if (odds === undefined || isCopy) return [];
      if (same.has(candidate)) return [{ odds, same: true }];
      return isOver && !related.has(candidate) ? [{ odds, same: false }] : [];
    },
  );
}
