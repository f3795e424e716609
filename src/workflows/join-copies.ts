import type { Desk } from '../desk.ts';
import { looseCopies } from '../domain/ticket/copies.ts';
import type { Asked } from '../domain/ticket/decision.ts';
import { linkTicket, mergeInto } from '../domain/ticket/relation.ts';
import { changeAsAsked, loadTicket } from './change-ticket.ts';

/** How many copies were merged, linked, and left as they are because the desk says no. */
export type Joined = { readonly merged: number; readonly linked: number; readonly refused: number };

/**
 * A person puts all copies together with the first of them: those of the same customer are merged into it, the others
 * linked, because an answer to one customer must not reach another.
 */
export async function joinCopies(desk: Desk, id: string, asked: Asked): Promise<Joined | undefined> {
  const first = await loadTicket(desk, id);
  if (!first) return undefined;
  const joined = { merged: 0, linked: 0, refused: 0 };
  for (const copy of looseCopies(first)) {
    const merged = await changeAsAsked(desk, copy, asked, (ticket) => mergeInto(ticket, first, asked));
    if (merged.outcome === 'changed') joined.merged += 1;
    else {
      const linked = await changeAsAsked(desk, copy, asked, (ticket) =>
        linkTicket(ticket, { ticket: id, kind: 'duplicate' }, asked),
      );
      if (linked.outcome === 'changed') joined.linked += 1;
      else if (linked.outcome === 'refused') joined.refused += 1;
    }
  }
  return joined;
}
