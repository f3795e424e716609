import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { Invalid } from '../../src/domain/errors.ts';
import type { SearchableTicket } from '../../src/ports.ts';
import { createSearch } from '../../src/search/desk-search.ts';

describe('a search that is kept for the next start', () => {
  it('answers as before, whatever it had heard and forgotten', () => {
    const words = fc.array(fc.constantFrom('refund', 'label', 'Überweisung', '返品', 'err_502', 'printer'), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.nat({ max: 11 }), (texts, cut) => {
        const all = texts.map((text, at) => anArticle(`a${at}`, text.join(' ')));
        const kept = all.slice(cut);
        const before = createSearch();
        before.index({ type: 'articles', articles: all });
        before.index({ type: 'articles', articles: kept });
        const after = createSearch();
        after.load(before.save());
        after.index({ type: 'articles', articles: kept });
        for (const query of ['refund label', '返品', 'err_502 printer', 'nothing']) {
          expect(after.passages(query, 5)).toEqual(before.passages(query, 5));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('reads an article again that has changed meanwhile', () => {
    const before = createSearch();
    before.index({ type: 'articles', articles: [anArticle('a', 'Refunds take three days')] });
    const after = createSearch();
    after.load(before.save());
    after.index({ type: 'articles', articles: [anArticle('a', 'Labels are printed at noon')] });
    expect(after.passages('refund', 3)).toEqual([]);
    expect(after.passages('labels', 3)).toHaveLength(1);
  });

  it('finds nothing that the store has not given again', () => {
    const before = createSearch();
    before.index({ type: 'articles', articles: [anArticle('a', 'Refunds take three days')] });
    const after = createSearch();
    after.load(before.save());
    expect(after.passages('refund', 3)).toEqual([]);
  });

  it('gives its tickets back as they were', () => {
    const tickets = [
      aTicket('T-1'),
      { ...aTicket('T-2'), account: 'acme', live: false, resolution: 'Reload.' },
    ];
    const before = createSearch();
    for (const ticket of tickets) before.index({ type: 'ticket', ticket });
    before.index({ type: 'ticket', ticket: aTicket('T-3') });
    before.index({ type: 'ticket_removed', id: 'T-3' });
    expect(createSearch().load(before.save())).toEqual(tickets);
  });

  it('refuses bytes that are not whole, and stays as it was', () => {
    const before = createSearch();
    before.index({ type: 'articles', articles: [anArticle('a', 'Refunds take three days')] });
    const bytes = before.save();
    const search = createSearch();
    search.index({ type: 'articles', articles: [anArticle('b', 'Labels')] });
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        expect(() => search.load(bytes.slice(0, length))).toThrow(Invalid);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(() => search.load(noise)).toThrow(Invalid);
      }),
    );
    expect(search.passages('labels', 1)).toHaveLength(1);
  });
});

function anArticle(id: string, text: string): Article {
  const passage = { id: `${id}#1`, article: id, title: id, heading: id, text };
  return { id, title: id, keywords: [], passages: [passage] };
}

function aTicket(id: string): SearchableTicket {
  const openedAt = '2026-11-20T10:00:00.000Z';
  return { id, subject: 'Labels', text: 'Labels are blurred', requester: 'Dana', openedAt, live: true };
}
