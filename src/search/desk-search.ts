import type { Search, SearchableTicket, SearchChange } from '../ports.ts';
import { createPassageSearch } from './passage-search.ts';
import { fromBytes, toBytes } from './search-bytes.ts';
import { createTicketSearch } from './ticket-search.ts';

/** A search that can be kept for a later start, so that not every text must be read again. */
export type KeptSearch = Search & {
  /** Everything that was indexed, as bytes. */
  save(): Uint8Array;
  /**
   * Takes back what `save` gave, before anything is indexed: of the passages what was read, so that indexing them costs
   * little when they are the same; of the tickets themselves, for the caller to index, since thousands take a while.
   * Throws `Invalid` when the bytes are damaged or another version wrote them.
   */
  load(bytes: Uint8Array): readonly SearchableTicket[];
};

/** Retrieval in memory, built from what it is told. */
export function createSearch(): KeptSearch {
  const passages = createPassageSearch();
  const tickets = createTicketSearch();
  const known = new Map<string, SearchableTicket>();

  function index(change: SearchChange): void {
    switch (change.type) {
      case 'articles':
        passages.put(change.articles);
        return;
      case 'ticket': {
        const before = known.get(change.ticket.id);
        known.set(change.ticket.id, change.ticket);
        if (before === undefined || !isSame(before, change.ticket)) tickets.put(change.ticket);
        return;
      }
      case 'ticket_removed':
        known.delete(change.id);
        tickets.remove(change.id);
        return;
      case 'duplicates_decided':
        tickets.decide(change.ticket, change.candidates);
        return;
    }
  }

  return {
    index,
    passages: passages.passages,
    passagesOf: passages.passagesOf,
    tickets: tickets.tickets,
    duplicates: tickets.duplicates,
    precedents: tickets.precedents,
    resolutions: tickets.resolutions,
    save: () => toBytes({ passages: passages.save(), tickets: [...known.values()] }),

    load(bytes) {
      const contents = fromBytes(bytes);
      passages.load(contents.passages);
      return contents.tickets;
    },
  };
}

function isSame(one: SearchableTicket, other: SearchableTicket): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
