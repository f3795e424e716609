import { Ticket } from './domain/ticket/ticket.ts';
import type { Log } from './ports.ts';
import type { StorePort } from './store-port.ts';

/** Somebody who wants to know each ticket as it stands. */
export type TakesTicket = (ticket: Ticket) => void;

/**
 * How many ended tickets are searched and learned from: the newest. Both live in memory (about 5 KB a ticket), and what
 * was true years ago rarely is today. Older tickets are still found by number, list and thread.
 */
const mostEnded = 20_000;

/** Hands over the tickets of earlier runs in the background, each read once for all, newest first. */
export function readPastTickets(
  store: StorePort,
  takers: readonly TakesTicket[],
  log: Log,
): { readonly ready: Promise<void>; stop(): void } {
  let stopped = false;
  const ready = readAll(store, takers, () => stopped).catch((error: unknown) => {
    log.error('earlier tickets are missing in search and in what was learned', { error });
  });
  return {
    ready,
    stop() {
      stopped = true;
    },
  };
}

async function readAll(
  store: StorePort,
  takers: readonly TakesTicket[],
  isStopped: () => boolean,
): Promise<void> {
  let ended = 0;
  for (const { id, status } of await store.tickets({ order: 'newest' })) {
    if (isStopped()) return;
    const isEnded = status === 'closed' || status === 'solved';
    if (isEnded) ended += 1;
    if (isEnded && ended > mostEnded) continue;
    const stored = await store.load('ticket', id);
    if (!stored) continue;
    const ticket = Ticket.parse(stored.state);
    for (const take of takers) take(ticket);
  }
}
