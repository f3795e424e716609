import { describe, expect, it } from 'vitest';
import type { SearchableTicket } from '../../src/ports.ts';
import { copyText } from '../../src/search/ticket-copy-text.ts';
import { createTicketSearch } from '../../src/search/ticket-search.ts';

const alert =
  'ALERT 14:02:11 disk of db-7 is full, 2026-11-20T14:02:11.034Z, trace 9f86d081884c7d659a2feaa0c55ad015';

describe('two texts are copies', () => {
  it.each([
    [
      'moments and random ids',
      'ALERT 14:09:59 disk of db-7 is full, 2026-11-20T14:09:58.001Z, trace 60303ae22b998861bce3b28f33eec1be',
    ],
    ['case and punctuation', alert.toLowerCase().replaceAll(',', ';')],
  ])('when they differ in %s alone', (_in, other) => {
    expect(copyText(aTicket('T-2', other))).toBe(copyText(aTicket('T-1', alert)));
  });

  it.each([
    ['the machine', alert.replace('db-7', 'db-8')],
    ['a word', alert.replace('full', 'slow')],
  ])('but not when they differ in %s', (_in, other) => {
    expect(copyText(aTicket('T-2', other))).not.toBe(copyText(aTicket('T-1', alert)));
  });

  it('but not two orders that are asked about in the same words', () => {
    const asked = (order: string) =>
      copyText(aTicket('T-1', `Where is my order ${order}? It should be here.`));
    expect(asked('48213')).not.toBe(asked('48214'));
  });

  it('but never a text too short to tell', () => {
    expect(copyText(aTicket('T-1', 'It is broken'))).toBeUndefined();
  });
});

describe('in a flood', () => {
  it('forty copies are one candidate, the oldest, with the number of the others', () => {
    const found = flooded(40).duplicates(aTicket('T-90', alert, 39), 5);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ ticket: 'T-10', isCopy: true, score: 0.99, moreLikeIt: 39 });
  });

  it('the first is nobody’s copy', () => {
    const [candidate] = flooded(3).duplicates(aTicket('T-10', alert, 0), 5);
    expect(candidate?.score).toBe(0.99);
    expect(candidate?.isCopy).toBeUndefined();
  });

  it('copies do not crowd out another ticket about the same thing', () => {
    const search = flooded(200);
    search.put(aTicket('T-5', 'The disk of db-7 ran full again, the shop is down'));
    const found = search.mostLikely(aTicket('T-900', 'Is the disk of db-7 full? The shop is down'), 5);
    expect(found.map(({ ticket }) => ticket)).toContain('T-5');
    expect(found.filter(({ subject }) => subject === alert)).toHaveLength(1);
  });

  it('a copy of what is solved, or was written hours ago, is worked by itself', () => {
    const solved = createTicketSearch();
    solved.put({ ...aTicket('T-10', alert), live: false });
    expect(solved.duplicates(aTicket('T-11', alert, 5), 5)[0]?.isCopy).toBeUndefined();
    const late = flooded(1).duplicates(aTicket('T-99', alert, 60 * 5), 5)[0];
    expect(late).toMatchObject({ ticket: 'T-10', score: 0.99 });
    expect(late?.isCopy).toBeUndefined();
  });
});

/** So many people send the alert, a few seconds apart. */
function flooded(count: number) {
  const search = createTicketSearch();
  for (let at = 0; at < count; at += 1) search.put(aTicket(`T-${10 + at}`, alert, at / 10));
  return search;
}

function aTicket(id: string, text: string, minutes = 0): SearchableTicket {
  const openedAt = new Date(Date.parse('2026-11-20T14:00:00.000Z') + minutes * 60_000).toISOString();
  return { id, subject: text, text, requester: `memory:${id}`, openedAt, live: true };
}
