import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Article } from './domain/article.ts';
import { decidedDuplicates } from './domain/ticket/decided-duplicates.ts';
import { Ticket } from './domain/ticket/ticket.ts';
import type { TakesTicket } from './past-tickets.ts';
import type { Log, Search, SearchableTicket } from './ports.ts';
import type { SearchKeeper } from './search-file.ts';
import type { StorePort } from './store-port.ts';
import { searchable } from './workflows/searchable.ts';

const Knowledge = z.object({ articles: z.array(Article) });
/** So many changes are worth writing the whole search down when the desk ends. */
const worthKeeping = 50;
/** Tickets that are taken back in one go, about ten milliseconds' worth: messages of people come in between. */
const atOnce = 50;

type SearchFeed = {
  /** For tickets of earlier runs. */
  readonly take: TakesTicket;
  /** Every ticket of earlier runs has been handed over: what was kept of others goes, and the rest is kept. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Keeps search in step with the store from now on, and knows every article. With a keeper it finds what it found in the
 * last run at once, and whatever the store hands over takes the place of what was kept.
 */
export async function feedSearch(
  store: StorePort,
  search: Search,
  keeping?: { readonly keeper: SearchKeeper; readonly log: Log },
): Promise<SearchFeed> {
  const taken = new Set<string>();
  let changes = 0;
  let isComplete = false;
  let isStopped = false;
  const take: TakesTicket = (ticket) => {
    taken.add(ticket.id);
    changes += 1;
    indexTicket(search, ticket);
  };
  const kept = await loadKept(keeping);
  const unwatch = store.watch((news) => {
    if (news === 'inbox') return;
    if (news.kind === 'ticket') take(Ticket.parse(news.state));
    if (news.kind === 'knowledge') {
      changes += worthKeeping;
      indexArticles(search, news.state);
    }
  });
  const knowledge = await store.load('knowledge', 'desk');
  if (knowledge) indexArticles(search, knowledge.state);
  const restored = restore();

  async function restore(): Promise<void> {
    for (const [at, ticket] of kept.entries()) {
      if (isStopped) return;
      if (!taken.has(ticket.id)) search.index({ type: 'ticket', ticket });
      if (at % atOnce === 0) await setImmediate();
    }
  }

  async function save(): Promise<void> {
    if (!isComplete || changes < worthKeeping) return;
    changes = 0;
    await keeping?.keeper.save().catch((error: unknown) => {
      keeping.log.warn('search_not_kept', { error });
    });
  }

  return {
    take,
    async caughtUp() {
      await restored;
      if (isStopped) return;
      for (const { id } of kept) if (!taken.has(id)) search.index({ type: 'ticket_removed', id });
      isComplete = true;
      await save();
    },
    async stop() {
      isStopped = true;
      unwatch();
      await restored;
      await save();
    },
  };
}

/** What was kept saves time and nothing else: without it everything is read again. */
async function loadKept(
  keeping: { readonly keeper: SearchKeeper; readonly log: Log } | undefined,
): Promise<readonly SearchableTicket[]> {
  try {
    return (await keeping?.keeper.load()) ?? [];
  } catch (error) {
    keeping?.log.warn('search_read_anew', { error });
    return [];
  }
}

function indexArticles(search: Search, state: unknown): void {
  search.index({ type: 'articles', articles: Knowledge.parse(state).articles });
}

function indexTicket(search: Search, ticket: Ticket): void {
  search.index({ type: 'duplicates_decided', ticket: ticket.id, candidates: decidedDuplicates(ticket) });
  if (ticket.merged || ticket.closed?.reason === 'not_a_request') {
    search.index({ type: 'ticket_removed', id: ticket.id });
  } else {
    search.index({ type: 'ticket', ticket: searchable(ticket) });
  }
}
