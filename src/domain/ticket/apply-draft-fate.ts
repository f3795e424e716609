import { byAt, type ChangesOf, outdateDrafts } from './change.ts';
import { proposedDraft } from './ticket.ts';

/** What people make of a draft, and where the ticket goes because of it. */
export const draftFateChanges: ChangesOf<'draft_discarded' | 'draft_requested' | 'draft_rated' | 'routed'> = {
  draft_discarded: (ticket, event) => ({
    ...ticket,
    drafts: ticket.drafts.map((known) =>
      known.draft === event.draft
        ? { ...known, state: 'discarded', rejected: { ...byAt(event), how: 'discarded' } }
        : known,
    ),
  }),
  draft_requested: (ticket, event) => {
    const current = proposedDraft(ticket)?.draft;
    return {
      ...ticket,
      ...(ticket.copyOf ? { copyOf: { ...ticket.copyOf, alone: true as const } } : {}),
      drafts: outdateDrafts(ticket).map((known) =>
        known.draft === current ? { ...known, rejected: { ...byAt(event), how: 'another' } } : known,
      ),
    };
  },
  draft_rated: (ticket, event) => ({
    ...ticket,
    drafts: ticket.drafts.map((known) => {
      if (known.draft !== event.draft) return known;
      const others = (known.ratings ?? []).filter(({ by }) => by !== event.by);
      return { ...known, ratings: [...others, { ...byAt(event), rating: event.rating }] };
    }),
  }),
  routed: (ticket, { to, reason, at }) => ({ ...ticket, route: { to, reason, at } }),
};
