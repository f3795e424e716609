import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Search, SearchableTicket, SearchChange } from '../../src/ports.ts';

/** What every search promises the desk. */
export function searchContract(name: string, createSearch: () => Search): void {
  describe(`the search “${name}”`, () => {
    let search: Search;
    beforeEach(() => {
      search = createSearch();
      for (const change of changes) search.index(change);
    });

    it('finds a passage by other forms of its words', () => {
      expect(search.passages('resetting forgotten passwords', 3)[0]?.id).toBe('password#1');
    });

    it('finds a passage although a word is mistyped', () => {
      expect(search.passages('my pasword is forgoten', 3)[0]?.id).toBe('password#1');
    });

    it('finds a passage by an error code', () => {
      expect(search.passages('we get BIL-03', 3)[0]?.id).toBe('billing#1');
    });

    it('gives no passage for words nobody wrote', () => {
      expect(search.passages('xylophone zeppelin', 3)).toEqual([]);
      expect(search.passages('', 3)).toEqual([]);
    });

    it('gives as many hits as were asked for, best first', () => {
      const hits = search.passages('password payment invoice checkout', 2);
      expect(hits).toHaveLength(2);
      expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 0);
    });

    it('understands what was said last by what was said before, and listens to the last words first', () => {
      const before = [
        { from: 'requester' as const, text: 'I forgot my password' },
        { from: 'desk' as const, text: 'Which shop is it?' },
      ];
      expect(search.passages({ text: 'and how long does that take', before }, 1)[0]?.id).toBe('password#1');
      expect(search.passages({ text: 'the bank refused our invoice', before }, 1)[0]?.article).toBe(
        'billing',
      );
      expect(search.passages({ text: 'the invoice is wrong', before: [] }, 5)).toEqual(
        search.passages('the invoice is wrong', 5),
      );
    });

    it('says how much of a question a passage speaks about', () => {
      const [whole] = search.passages('forgotten password', 1);
      const [half] = search.passages('forgotten xylophone', 1);
      expect(whole?.coverage).toBeCloseTo(1);
      expect(half?.coverage).toBeGreaterThan(0.2);
      expect(half?.coverage).toBeLessThan(0.8);
    });

    it('replaces the passages of an article that is indexed again', () => {
      search.index({
        type: 'articles',
        articles: [anArticle('password', 'Passkeys', ['Passkeys replaced the old way.'])],
      });
      expect(search.passages('forgotten', 3)).toEqual([]);
      expect(search.passages('passkeys', 3).map(({ id }) => id)).toEqual(['password#1']);
    });

    it('forgets the articles a new list no longer has, and keeps the others', () => {
      search.index({ type: 'articles', articles: articles.filter(({ id }) => id !== 'billing') });
      expect(search.passages('we get BIL-03', 3)).toEqual([]);
      expect(search.passagesOf('billing')).toEqual([]);
      expect(search.passages('resetting forgotten passwords', 3)[0]?.id).toBe('password#1');
    });

    it('gives a whole article in its order', () => {
      expect(search.passagesOf('billing').map(({ id }) => id)).toEqual(['billing#1', 'billing#2']);
      expect(search.passagesOf('nowhere')).toEqual([]);
    });

    it('forgets a removed ticket and replaces one that is indexed again', () => {
      search.index({ type: 'ticket_removed', id: 'T-2' });
      expect(search.tickets('umlauts export', 5).map(({ id }) => id)).not.toContain('T-2');
      search.index({
        type: 'ticket',
        ticket: aTicket({ id: 'T-1', subject: 'Something else', text: 'A wish about colours' }),
      });
      expect(search.tickets('checkout 502', 5).map(({ id }) => id)).not.toContain('T-1');
    });

    it('finds a ticket by its id', () => {
      expect(search.tickets('t-3', 5)[0]).toMatchObject({ id: 'T-3', score: 1 });
    });

    it('calls the same text nearly certain to be a duplicate, and never the ticket itself', () => {
      const again = aTicket({ id: 'T-9', text: checkout.text, subject: checkout.subject });
      expect(search.duplicates(again, 3)[0]).toMatchObject({ ticket: 'T-1', score: 0.99 });
      expect(search.duplicates(checkout, 3).map(({ ticket }) => ticket)).not.toContain('T-1');
    });

    it('says why a ticket may be a duplicate', () => {
      const like = aTicket({
        id: 'T-9',
        subject: 'Shoppers get a 502 error',
        text: 'Our checkout shows error 502 to shoppers',
      });
      const [first] = search.duplicates(like, 3);
      expect(first?.ticket).toBe('T-1');
      expect(first?.why).toContain('502');
      expect(first?.score).toBeGreaterThan(0.5);
    });

    it.each([
      ['the same requester', { requester: checkout.requester }, true],
      ['the same account', { requester: 'slack:U9', account: 'acme' }, true],
      ['another account', { requester: 'slack:U9', account: 'other' }, false],
      ['no account', { requester: 'slack:U9' }, false],
    ])('knows whether a duplicate of %s may be answered together', (_who, given, same) => {
      const { subject, text } = checkout;
      const asked = aTicket({ id: 'T-9', subject, text, ...given });
      expect(search.duplicates(asked, 1)[0]).toMatchObject({ ticket: 'T-1', sameAudience: same });
    });

    it('leaves a closed ticket out of the duplicates once it is old', () => {
      const late = aTicket({
        id: 'T-9',
        subject: solved.subject,
        text: solved.text,
        openedAt: '2026-11-20T10:00:00.000Z',
      });
      expect(search.duplicates(late, 3).map(({ ticket }) => ticket)).not.toContain('T-3');
      const soon = aTicket({ ...late, openedAt: '2026-09-03T10:00:00.000Z' });
      expect(search.duplicates(soon, 3).map(({ ticket }) => ticket)).toContain('T-3');
    });

    it('takes as precedents only what people corrected or solved', () => {
      const like = aTicket({
        id: 'T-9',
        subject: checkout.subject,
        text: `${checkout.text} umlauts export label`,
      });
      expect(search.precedents(like, 5).map(({ ticket }) => ticket)).not.toContain('T-1');
      const label = aTicket({ id: 'T-9', subject: solved.subject, text: solved.text });
      expect(search.precedents(label, 1)[0]).toMatchObject({
        ticket: 'T-3',
        category: 'bug',
        queue: 'technical',
        correctedBy: 'Ana',
      });
    });

    it('takes as resolutions only the answers that solved something', () => {
      const label = aTicket({ id: 'T-9', subject: solved.subject, text: solved.text });
      expect(search.resolutions(label, 5).map(({ ticket }) => ticket)).toEqual(['T-3']);
      expect(search.resolutions(label, 5)[0]?.answer).toBe(solved.resolution);
    });

    it('answers the same whatever order it heard things in', () => {
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...changes], { minLength: changes.length }),
          fc.constantFrom(...queries),
          (order, query) => {
            const other = createSearch();
            for (const change of order) other.index(change);
            expect(other.passages(query, 5)).toEqual(search.passages(query, 5));
            expect(other.tickets(query, 5)).toEqual(search.tickets(query, 5));
            const asked = aTicket({ id: 'T-9', subject: query, text: query });
            expect(other.duplicates(asked, 5)).toEqual(search.duplicates(asked, 5));
          },
        ),
        { numRuns: 50 },
      );
    });

    it('keeps every score between 0 and 1, whatever is asked', () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), mixedWords), (text) => {
          const asked = aTicket({ id: 'T-9', subject: text.slice(0, 80), text });
          const scores = [
            ...search.passages(text, 9),
            ...search.tickets(text, 9),
            ...search.duplicates(asked, 9),
            ...search.precedents(asked, 9),
            ...search.resolutions(asked, 9),
          ].map(({ score }) => score);
          const covered = search.passages(text, 9).map(({ coverage }) => coverage);
          for (const score of [...scores, ...covered]) expect(score >= 0 && score <= 1).toBe(true);
        }),
      );
    });
  });
}

const checkout = aTicket({
  id: 'T-1',
  subject: 'Checkout fails with error 502',
  text: 'Checkout fails with error 502 for our shoppers',
  account: 'acme',
});
const umlauts = aTicket({
  id: 'T-2',
  subject: 'Broken umlauts in the export',
  text: 'The export of orders shows broken umlauts',
});
const solved = aTicket({
  id: 'T-3',
  subject: 'Label button dead',
  text: 'The create label button does nothing',
  openedAt: '2026-09-01T10:00:00.000Z',
  live: false,
  category: 'bug',
  severity: 'P2',
  queue: 'technical',
  correctedBy: 'Ana',
  resolution: 'Allow pop-ups for the dashboard and reload the page.',
});

const articles: readonly Article[] = [
  anArticle('password', 'Reset your password', ['Press Forgot password when you have forgotten it.']),
  anArticle('billing', 'Payment of the invoice failed', [
    'BIL-03 means that the bank refused the card.',
    'Invoices are sent monthly.',
  ]),
  anArticle('checkout', 'Checkout errors', ['A 502 at checkout is shown when payments do not answer.']),
];

const changes: readonly SearchChange[] = [
  { type: 'articles', articles },
  ...[checkout, umlauts, solved].map((ticket): SearchChange => ({ type: 'ticket', ticket })),
];

const queries = ['checkout error 502', 'forgotten password', 'label button', 'invoice', 'umlauts in exports'];
const mixedWords = fc
  .array(
    fc.constantFrom('checkout', '502', 'BIL-03', 'password', 'label', '<!channel>', 'Überweisung', '¿qué?'),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

function anArticle(id: string, title: string, texts: readonly string[]): Article {
  const passages = texts.map((text, at) => ({
    id: `${id}#${at + 1}`,
    article: id,
    title,
    heading: title,
    text,
  }));
  return { id, title, keywords: [], passages };
}

function aTicket(known: Partial<SearchableTicket> & { id: string }): SearchableTicket {
  return {
    subject: '',
    text: '',
    requester: 'Dana',
    openedAt: '2026-11-20T10:00:00.000Z',
    live: true,
    ...known,
  };
}
