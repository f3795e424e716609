import { z } from 'zod';
import { Article } from './domain/article.ts';
import { Ticket } from './domain/ticket/ticket.ts';
import type { TakesTicket } from './past-tickets.ts';
import type { Search } from './ports.ts';
import type { StorePort } from './store-port.ts';
import { searchable } from './workflows/searchable.ts';

const Knowledge = z.object({ articles: z.array(Article) });

/** Keeps search in step with the store from now on, and knows every article. `take` is for tickets of earlier runs. */
export async function feedSearch(
  store: StorePort,
  search: Search,
): Promise<{ readonly take: TakesTicket; stop(): void }> {
  const take: TakesTicket = (ticket) => indexTicket(search, ticket);
  const stop = store.watch((news) => {
    if (news === 'inbox') return;
    if (news.kind === 'ticket') take(Ticket.parse(news.state));
    if (news.kind === 'knowledge') indexArticles(search, news.state);
  });
  const knowledge = await store.load('knowledge', 'desk');
  if (knowledge) indexArticles(search, knowledge.state);
  return { take, stop };
}

function indexArticles(search: Search, state: unknown): void {
  search.index({ type: 'articles', articles: Knowledge.parse(state).articles });
}

function indexTicket(search: Search, ticket: Ticket): void {
  if (ticket.merged || ticket.closed?.reason === 'not_a_request') {
    search.index({ type: 'ticket_removed', id: ticket.id });
  } else {
    search.index({ type: 'ticket', ticket: searchable(ticket) });
  }
}
