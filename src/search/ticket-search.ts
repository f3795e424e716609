import type { Resolution } from '../domain/draft.ts';
import { day } from '../domain/time.ts';
import type { DuplicateCandidate, Precedent } from '../domain/triage.ts';
import type { Search, SearchableTicket, TicketHit } from '../ports.ts';
import type { DecidedCandidate } from './duplicate-model.ts';
import { createDuplicateSearch } from './duplicate-search.ts';
import { createTermIndex, type Scored, type TermCounts } from './term-index.ts';
import { countTerms } from './text-terms.ts';
import { createTicketReader, saysTheSame, type TicketReading, type Wanted } from './ticket-reading.ts';

/** Candidates the index hands to the closer comparison. */
const candidates = 80;
/** Below this a likeness is noise to the person who reads it. */
const worthShowing = 0.3;
const worthVoting = 0.15;
/** A ticket that is closed can still be the same problem for this long. */
const recentMs = 14 * day;

/** `openedMs`: thousands are compared for each ticket, too many to read their instants again. */
type Known = { readonly ticket: SearchableTicket; readonly openedMs: number };

type TicketSearch = Pick<Search, 'tickets' | 'duplicates' | 'precedents' | 'resolutions'> & {
  /** Adds a ticket or replaces it. */
  put(ticket: SearchableTicket): void;
  remove(id: string): void;
  /** What people made of the candidates of one ticket. */
  decide(ticket: string, candidates: readonly DecidedCandidate[]): void;
  /** Duplicates without leaving out the unlikely ones. */
  mostLikely: Search['duplicates'];
};

/** The half of the search that knows tickets, in memory. */
export function createTicketSearch(): TicketSearch {
  const ticketIndex = createTermIndex();
  const tickets = new Map<string, Known>();
  const compared = createDuplicateSearch();
  const read = createTicketReader();

  function like({ ticket, reading }: Wanted, accept: (other: Known) => boolean): readonly Scored[] {
    const mayBe = (id: string) => {
      const other = tickets.get(id);
      return other !== undefined && id !== ticket.id && accept(other);
    };
    return ticketIndex.search(asQuery(reading), candidates, mayBe);
  }

  /** The most alike of the tickets people can learn from that `tell` something, best first. */
  function alike<T>(
    ticket: SearchableTicket,
    limit: number,
    {
      accept,
      tell,
    }: { accept(other: SearchableTicket): boolean; tell(other: SearchableTicket): T | undefined },
  ): readonly (T & { readonly score: number })[] {
    const wanted = { ticket, reading: read(ticket) };
    const told = new Map<string, T>();
    for (const { key } of like(wanted, ({ ticket: other }) => accept(other))) {
      const other = tickets.get(key)?.ticket;
      const said = other && tell(other);
      if (said !== undefined) told.set(key, said);
    }
    return compared
      .mostAlike(wanted, [...told.keys()], { limit, least: worthVoting })
      .flatMap(({ key, score }) => {
        const said = told.get(key);
        return said === undefined ? [] : [{ ...said, score }];
      });
  }

  function mostLikely(ticket: SearchableTicket, limit: number): readonly DuplicateCandidate[] {
    const wanted = { ticket, reading: read(ticket) };
    const openedAt = Date.parse(ticket.openedAt);
    const mayBe = ({ ticket: other, openedMs }: Known) =>
      other.live || Math.abs(openedAt - openedMs) <= recentMs;
    const firstOf = firstOfFamilies(ticket.id, mayBe);
    const found = like(wanted, (other) => mayBe(other) && firstOf(other.ticket.id) === other.ticket.id);
    return compared.likeliest(wanted, found, limit);
  }

  return {
    put(ticket) {
      const before = tickets.get(ticket.id)?.ticket;
      const reading = read(ticket);
      tickets.set(ticket.id, { ticket, openedMs: Date.parse(ticket.openedAt) });
      if (before === undefined || !saysTheSame(before, ticket)) ticketIndex.put(ticket.id, reading.whole);
      compared.put({ ticket, reading });
    },

    remove(id) {
      tickets.delete(id);
      ticketIndex.remove(id);
      compared.remove(id);
    },

    tickets(query, limit): readonly TicketHit[] {
      const named = tickets.get(query.trim().toUpperCase())?.ticket;
      const hits = ticketIndex.search(countTerms('', query), limit).flatMap(({ key, score }) => {
        const ticket = tickets.get(key)?.ticket;
        return ticket === undefined || ticket === named ? [] : [hitOf(ticket, score)];
      });
      return (named === undefined ? hits : [hitOf(named, 1), ...hits]).slice(0, limit);
    },

    duplicates(ticket, limit) {
      return mostLikely(ticket, limit).filter(({ score, why }) => score >= worthShowing && why !== '');
    },

    mostLikely,
    decide: compared.decide,

    precedents: (ticket, limit): readonly Precedent[] =>
      alike(ticket, limit, { accept: isPrecedent, tell: precedentOf }),

    resolutions: (ticket, limit): readonly Resolution[] =>
      alike(ticket, limit, { accept: (other) => other.resolution !== undefined, tell: resolutionOf }),
  };

  /** Of tickets that say the very same only one is a candidate, the oldest still worked: forty copies must not crowd out the rest. */
  function firstOfFamilies(asking: string, mayBe: (other: Known) => boolean) {
    const firsts = new Map<string, string>();
    return (id: string): string => {
      const known = firsts.get(id);
      if (known !== undefined) return known;
      const members = compared.copies.familyOf(id);
      if (members.length === 1) return id;
      const family = members
        .flatMap((member) => tickets.get(member) ?? [])
        .filter((member) => member.ticket.id !== asking && mayBe(member))
        .map((member) => member.ticket);
      const first = family.toSorted(workedAndOldestFirst)[0]?.id ?? id;
      for (const member of family) firsts.set(member.id, first);
      return first;
    };
  }
}

/** The subject says what it is about; a log that repeats a word says it no louder. */
function asQuery({ subject, whole }: TicketReading): TermCounts {
  return new Map(
    [...whole].map(([term, count]) => [term, (subject.has(term) ? 3 : 1) + Math.log(count)] as const),
  );
}

function workedAndOldestFirst(left: SearchableTicket, right: SearchableTicket): number {
  if (left.live !== right.live) return left.live ? -1 : 1;
  if (left.openedAt !== right.openedAt) return left.openedAt < right.openedAt ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}

function hitOf(ticket: SearchableTicket, score: number): TicketHit {
  return { id: ticket.id, subject: ticket.subject, score, live: ticket.live };
}

/** People looked at it: they corrected it, or solved it as it was. */
function isPrecedent(ticket: SearchableTicket): boolean {
  const { correctedBy, severityBy, resolution } = ticket;
  return correctedBy !== undefined || severityBy !== undefined || resolution !== undefined;
}

function precedentOf(ticket: SearchableTicket): Omit<Precedent, 'score'> | undefined {
  const { category, severity, queue, correctedBy, severityBy, resolution } = ticket;
  if (category === undefined || severity === undefined || queue === undefined) return undefined;
  return {
    ticket: ticket.id,
    text: ticket.text,
    category,
    severity,
    queue,
    ...(correctedBy === undefined ? {} : { correctedBy }),
    ...(severityBy === undefined ? {} : { severityBy }),
    ...(resolution !== undefined || (correctedBy !== undefined && severityBy !== undefined)
      ? {}
      : { undecided: correctedBy === undefined ? 'category' : 'severity' }),
  };
}

function resolutionOf({ id, text, subject, resolution = '' }: SearchableTicket): Omit<Resolution, 'score'> {
  return { ticket: id, problem: text || subject, answer: resolution };
}
