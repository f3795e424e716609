import type { Resolution } from '../domain/draft.ts';
import type { DuplicateCandidate, Precedent } from '../domain/triage.ts';
import type { Search, SearchableTicket, TicketHit } from '../ports.ts';
import { createTermIndex } from './term-index.ts';
import { countTerms } from './text-terms.ts';
import {
  type Candidate,
  compareTickets,
  type ReadTicket,
  readTicket,
  wordLikeness,
} from './ticket-likeness.ts';

/** Candidates the index hands to the closer comparison. */
const candidates = 50;
/** Tickets whose comparison is kept at hand, about 10 KB each. */
const mostLately = 1000;
/** Below this a likeness is noise to the person who reads it. */
const worthShowing = 0.3;
const worthVoting = 0.15;
/** A ticket that is closed can still be the same problem for this long. */
const recentMs = 14 * 24 * 60 * 60 * 1000;

type TicketSearch = Pick<Search, 'tickets' | 'duplicates' | 'precedents' | 'resolutions'> & {
  /** Adds a ticket or replaces it. */
  put(ticket: SearchableTicket): void;
  remove(id: string): void;
};

/** The half of the search that knows tickets, in memory. */
export function createTicketSearch(): TicketSearch {
  const ticketIndex = createTermIndex();
  const tickets = new Map<string, SearchableTicket>();
  const lately = new Map<string, ReadTicket>();

  /** In a flood the same tickets are compared again and again. */
  function readLately(ticket: SearchableTicket): ReadTicket {
    const before = lately.get(ticket.id);
    if (before !== undefined) return before;
    const now = readTicket(ticket);
    const [oldest] = lately.keys();
    if (lately.size >= mostLately && oldest !== undefined) lately.delete(oldest);
    lately.set(ticket.id, now);
    return now;
  }

  function likeTickets(read: ReadTicket, accept: (other: SearchableTicket) => boolean): readonly Candidate[] {
    const mayBe = (id: string) => {
      const other = tickets.get(id);
      return other !== undefined && id !== read.ticket.id && accept(other);
    };
    return ticketIndex.search(read.terms, candidates, mayBe).flatMap(({ key, score: share }) => {
      const other = tickets.get(key);
      return other === undefined ? [] : [{ other: readLately(other), share }];
    });
  }

  return {
    put(ticket) {
      tickets.set(ticket.id, ticket);
      lately.delete(ticket.id);
      ticketIndex.put(ticket.id, readTicket(ticket).terms);
    },

    remove(id) {
      tickets.delete(id);
      lately.delete(id);
      ticketIndex.remove(id);
    },

    tickets(query, limit): readonly TicketHit[] {
      const named = tickets.get(query.trim().toUpperCase());
      const hits = ticketIndex.search(countTerms('', query), limit).flatMap(({ key, score }) => {
        const ticket = tickets.get(key);
        return ticket === undefined || ticket === named ? [] : [hitOf(ticket, score)];
      });
      return (named === undefined ? hits : [hitOf(named, 1), ...hits]).slice(0, limit);
    },

    duplicates(ticket, limit): readonly DuplicateCandidate[] {
      const read = readTicket(ticket);
      const openedAt = Date.parse(ticket.openedAt);
      return likeTickets(
        read,
        (other) => other.live || Math.abs(openedAt - Date.parse(other.openedAt)) <= recentMs,
      )
        .map((candidate) => ({
          ticket: candidate.other.ticket.id,
          subject: candidate.other.ticket.subject,
          sameAudience: isSameAudience(ticket, candidate.other.ticket),
          ...compareTickets(ticketIndex, read, candidate),
        }))
        .filter(({ score, why }) => score >= worthShowing && why !== '')
        .sort(bestFirst)
        .slice(0, limit);
    },

    precedents(ticket, limit): readonly Precedent[] {
      const read = readTicket(ticket);
      return likeTickets(read, (other) => isPrecedent(other))
        .flatMap((candidate) =>
          precedentOf(candidate.other.ticket, wordLikeness(ticketIndex, read, candidate)),
        )
        .filter(({ score }) => score >= worthVoting)
        .sort(bestFirst)
        .slice(0, limit);
    },

    resolutions(ticket, limit): readonly Resolution[] {
      const read = readTicket(ticket);
      return likeTickets(read, (other) => other.resolution !== undefined)
        .map((candidate) => ({
          ticket: candidate.other.ticket.id,
          problem: candidate.other.ticket.text || candidate.other.ticket.subject,
          answer: candidate.other.ticket.resolution ?? '',
          score: wordLikeness(ticketIndex, read, candidate),
        }))
        .filter(({ score }) => score >= worthVoting)
        .sort(bestFirst)
        .slice(0, limit);
    },
  };
}

function hitOf(ticket: SearchableTicket, score: number): TicketHit {
  return { id: ticket.id, subject: ticket.subject, score, live: ticket.live };
}

function isSameAudience(one: SearchableTicket, other: SearchableTicket): boolean {
  return one.requester === other.requester || (one.account !== undefined && one.account === other.account);
}

/** People looked at it: they corrected it, or solved it as it was. */
function isPrecedent(ticket: SearchableTicket): boolean {
  return ticket.correctedBy !== undefined || ticket.resolution !== undefined;
}

function precedentOf(ticket: SearchableTicket, score: number): readonly Precedent[] {
  const { category, severity, queue, correctedBy } = ticket;
  if (category === undefined || severity === undefined || queue === undefined) return [];
  const known = { ticket: ticket.id, text: ticket.text, category, severity, queue, score };
  return [correctedBy === undefined ? known : { ...known, correctedBy }];
}

function bestFirst(
  left: { score: number; ticket: string },
  right: { score: number; ticket: string },
): number {
  return right.score - left.score || (left.ticket < right.ticket ? -1 : 1);
}
