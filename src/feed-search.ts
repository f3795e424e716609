import { z } from 'zod';
import { Article } from './domain/article.ts';
import { Ticket } from './domain/ticket/ticket.ts';
import type { Log, Search } from './ports.ts';
import type { StorePort } from './store-port.ts';
import { searchable } from './workflows/searchable.ts';

const Knowledge = z.object({ articles: z.array(Article) });

/**
 * Keeps search in step with the store: everything changed from now on at once, everything older in the background.
 * `ready` resolves when the older tickets are in.
 */
export async function feedSearch(
  store: StorePort,
  search: Search,
  log: Log,
): Promise<{ readonly ready: Promise<void>; stop(): void }> {
  const unwatch = store.watch((news) => {
    if (news === 'inbox') return;
    if (news.kind === 'ticket') indexTicket(search, news.state);
    if (news.kind === 'knowledge') indexArticles(search, news.state);
  });
  const knowledge = await store.load('knowledge', 'desk');
  if (knowledge) indexArticles(search, knowledge.state);
  let stopped = false;
  const ready = indexPast(store, search, () => stopped).catch((error: unknown) => {
    log.error('earlier tickets are missing in search', { error });
  });
  return {
    ready,
    stop() {
      stopped = true;
      unwatch();
    },
  };
}

function indexArticles(search: Search, state: unknown): void {
  search.index({ type: 'articles', articles: Knowledge.parse(state).articles });
}

function indexTicket(search: Search, state: unknown): void {
  const ticket = Ticket.parse(state);
  if (ticket.merged || ticket.closed?.reason === 'not_a_request') {
    search.index({ type: 'ticket_removed', id: ticket.id });
  } else {
    search.index({ type: 'ticket', ticket: searchable(ticket) });
  }
}

/**
 * How many ended tickets are searched: the newest. The index lives in memory (about 5 KB a ticket), and what solved a
 * problem years ago rarely solves it today. Older tickets are still found by number, list and thread.
 */
const mostEnded = 20_000;

async function indexPast(store: StorePort, search: Search, isStopped: () => boolean): Promise<void> {
  let ended = 0;
  for (const { id, status } of await store.tickets({ order: 'newest' })) {
    if (isStopped()) return;
    if (status === 'closed' || status === 'solved') ended += 1;
    if (ended > mostEnded && (status === 'closed' || status === 'solved')) continue;
    const stored = await store.load('ticket', id);
    if (stored) indexTicket(search, stored.state);
  }
}
