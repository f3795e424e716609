import type { Passage } from '../domain/article.ts';
import type { Search, SearchChange } from '../ports.ts';
import { createTermIndex } from './term-index.ts';
import { countTerms } from './text-terms.ts';
import { createTicketSearch } from './ticket-search.ts';

/** Retrieval in memory, built from what it is told and rebuilt at each start. */
export function createSearch(): Search {
  const passageIndex = createTermIndex();
  const passages = new Map<string, Passage>();
  const passagesOf = new Map<string, readonly string[]>();
  const tickets = createTicketSearch();

  function index(change: SearchChange): void {
    switch (change.type) {
      case 'articles':
        for (const ids of passagesOf.values()) ids.forEach(dropPassage);
        passagesOf.clear();
        for (const article of change.articles) {
          for (const passage of article.passages) {
            passages.set(passage.id, passage);
            const title = `${passage.title} ${passage.heading === passage.title ? '' : passage.heading}`;
            passageIndex.put(passage.id, countTerms(title, `${passage.text} ${article.keywords.join(' ')}`));
          }
          passagesOf.set(
            article.id,
            article.passages.map(({ id }) => id),
          );
        }
        return;
      case 'ticket':
        tickets.put(change.ticket);
        return;
      case 'ticket_removed':
        tickets.remove(change.id);
        return;
    }
  }

  function dropPassage(id: string): void {
    passages.delete(id);
    passageIndex.remove(id);
  }

  return {
    index,

    passages(query, limit) {
      return passageIndex.search(countTerms('', query), limit).flatMap(({ key, score }) => {
        const passage = passages.get(key);
        return passage === undefined ? [] : [{ ...passage, score }];
      });
    },

    passagesOf(article) {
      return (passagesOf.get(article) ?? []).flatMap((id) => passages.get(id) ?? []);
    },

    tickets: tickets.tickets,
    duplicates: tickets.duplicates,
    precedents: tickets.precedents,
    resolutions: tickets.resolutions,
  };
}
