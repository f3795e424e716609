import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchableTicket } from '../../src/ports.ts';
import { createTicketSearch } from '../../src/search/ticket-search.ts';

describe('likely duplicates', () => {
  it('stand in the order of what speaks for them: subject, rare words, letters', () => {
    const search = searchOf(
      aTicket(
        'T-1',
        'Invoice export stops at page two',
        'The export of invoices stops at page two of the list.',
      ),
      aTicket('T-2', 'Invoice has the wrong address', 'The address on the invoice is the old one.'),
      aTicket('T-3', 'Cannot log in', 'The page says that my password is wrong.'),
    );
    const found = search.mostLikely(
      aTicket(
        'T-9',
        'Exporting invoices ends on page 2',
        'When I export invoices only the first page comes.',
      ),
      3,
    );
    expect(found.map(({ ticket }) => ticket)).toEqual(['T-1', 'T-2', 'T-3']);
    expect(found[0]?.why).toContain('invoices');
  });

  it('are surer when one stands out than when many are alike', () => {
    const asked = aTicket(
      'T-9',
      'Gift card code refused at checkout',
      'The gift card code is refused at checkout.',
    );
    const like = (id: string) =>
      aTicket(id, `Gift card code not accepted`, `A gift card code is not accepted, customer ${id}.`);
    const alone = searchOf(like('T-1'), ...strangers);
    const crowd = searchOf(like('T-1'), like('T-2'), like('T-3'), like('T-4'), ...strangers);
    const [one] = alone.mostLikely(asked, 1);
    const [among] = crowd.mostLikely(asked, 1);
    expect(one?.score).toBeGreaterThan(among?.score ?? 1);
  });

  it('are less sure the more days lie between', () => {
    const search = searchOf(
      aTicket('T-1', 'Printer on floor three jams', 'It jams with every second sheet.'),
      ...strangers,
    );
    const asked = aTicket('T-9', 'Printer jams on floor three', 'Every second sheet jams.');
    const scores = ['2026-11-20', '2026-11-23', '2026-12-20'].map(
      (day) => search.mostLikely({ ...asked, openedAt: `${day}T10:00:00.000Z` }, 1)[0]?.score ?? 0,
    );
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    expect(new Set(scores).size).toBe(3);
  });

  it('are surer when the same error code is named', () => {
    const search = searchOf(
      aTicket('T-1', 'Import fails', 'The import fails with E-1042 after a minute.'),
      aTicket('T-2', 'Import fails', 'The import fails with E-2077 after a minute.'),
      ...strangers,
    );
    const [first, second] = search.mostLikely(
      aTicket('T-9', 'Import broken', 'Importing gives E-1042 at the end.'),
      2,
    );
    expect(first).toMatchObject({ ticket: 'T-1' });
    expect(first?.why).toContain('same error e-1042');
    expect(first?.score).toBeGreaterThan((second?.score ?? 1) * 1.5);
  });

  it('leave no trace of tickets that were removed or replaced', () => {
    const words = fc.array(fc.constantFrom('checkout', 'fails', '502', 'invoice', 'gift', 'card', 'ÄPFEL'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, words, (one, other, asked) => {
        const texts = [one, other, asked].map((each) => each.join(' '));
        const [first = '', second = '', question = ''] = texts;
        const before = searchOf(aTicket('T-1', first, first), ...strangers);
        const after = searchOf(aTicket('T-1', second, second), ...strangers, aTicket('T-7', second, second));
        after.remove('T-7');
        after.put(aTicket('T-1', first, first));
        const wanted = aTicket('T-9', question, `${question} ${second}`);
        expect(after.mostLikely(wanted, 9)).toEqual(before.mostLikely(wanted, 9));
        expect(after.precedents(wanted, 9)).toEqual(before.precedents(wanted, 9));
      }),
      { numRuns: 60 },
    );
  });
});

const strangers = [
  aTicket('T-31', 'New password please', 'I forgot mine and the mail does not come.'),
  aTicket('T-32', 'Wish: dark colours', 'A dark look would help at night.'),
  aTicket('T-33', 'Invoice twice', 'We got the invoice of May two times.'),
];

function searchOf(...tickets: readonly SearchableTicket[]) {
  const search = createTicketSearch();
  for (const ticket of tickets) search.put(ticket);
  return search;
}

function aTicket(id: string, subject: string, text: string): SearchableTicket {
  return { id, subject, text, requester: id, openedAt: '2026-11-20T10:00:00.000Z', live: true };
}
