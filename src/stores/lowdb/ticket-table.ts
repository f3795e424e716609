import type { Instant } from '../../domain/time.ts';
import type { ClockFigures, TicketFilter, TicketSummary } from '../../store-port.ts';
import { clockCounts } from './clock-counts.ts';
import { inOrder, matches } from './ticket-filter.ts';

/** Summaries of all tickets known so far, and which ticket a thread belongs to. */
export type TicketTable = {
  put(summary: TicketSummary, place: 'open' | 'closed'): void;
  find(filter: TicketFilter): readonly TicketSummary[];
  has(id: string): boolean;
  clocks(now: Instant): readonly ClockFigures[];
};

export function ticketTable(): TicketTable {
  const open = new Map<string, TicketSummary>();
  const closed = new Map<string, TicketSummary>();
  const threads = new Map<string, string | readonly string[]>();
  const counts = clockCounts();

  const idsOf = (thread: string): readonly string[] => {
    const ids = threads.get(thread);
    if (ids === undefined) return [];
    return typeof ids === 'string' ? [ids] : ids;
  };
  const link = (thread: string, id: string) => {
    const ids = idsOf(thread);
    // Nearly every thread has one ticket; a list for each would cost a third of the memory.
    if (!ids.includes(id)) threads.set(thread, ids.length === 0 ? id : [...ids, id]);
  };
  const unlink = (thread: string, id: string) => {
    const left = idsOf(thread).filter((each) => each !== id);
    if (left.length === 0) threads.delete(thread);
    else threads.set(thread, left);
  };
  const get = (id: string) => open.get(id) ?? closed.get(id);

  const candidates = ({ thread, ids, status }: TicketFilter): Iterable<TicketSummary> => {
    const named = thread === undefined ? ids : idsOf(thread);
    if (named !== undefined) return [...new Set(named)].flatMap((id) => get(id) ?? []);
    const onlyOpen = status !== undefined && !status.includes('closed');
    return onlyOpen ? open.values() : [...open.values(), ...closed.values()];
  };

  return {
    put(summary, place) {
      const before = get(summary.id);
      for (const thread of before?.threads ?? []) {
        if (!summary.threads.includes(thread)) unlink(thread, summary.id);
      }
      for (const thread of summary.threads) link(thread, summary.id);
      counts.replace(before, summary);
      (place === 'open' ? closed : open).delete(summary.id);
      (place === 'open' ? open : closed).set(summary.id, summary);
    },
    find(filter) {
      const found: TicketSummary[] = [];
      for (const summary of candidates(filter)) if (matches(filter, summary)) found.push(summary);
      return inOrder(found, filter).map(copyOf);
    },
    has: (id) => get(id) !== undefined,
    clocks: (now) => counts.read(now),
  };
}

function copyOf(summary: TicketSummary): TicketSummary {
  const { threads, owed, missed } = summary;
  return {
    ...summary,
    threads: [...threads],
    ...(owed === undefined ? {} : { owed: owed.map((promise) => ({ ...promise })) }),
    ...(missed === undefined ? {} : { missed: { ...missed } }),
  };
}
