import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermIndex } from '../../src/search/term-index.ts';

const counts = (...terms: string[]) => new Map(terms.map((term) => [term, 1]));

describe('the term index', () => {
  it('ranks the document with the rarer term first', () => {
    const index = createTermIndex();
    index.put('a', counts('error', 'common'));
    index.put('b', counts('error', 'rare'));
    index.put('c', counts('common', 'other'));
    index.put('d', counts('common', 'more'));
    expect(index.search(counts('common', 'rare'), 2).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('orders equal documents by their key', () => {
    const index = createTermIndex();
    for (const key of ['b', 'c', 'a']) index.put(key, counts('same'));
    expect(index.search(counts('same'), 2).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('asks only the sixteen weightiest terms of a long query', () => {
    const index = createTermIndex();
    index.put('hit', counts('wanted'));
    for (let at = 0; at < 40; at += 1) index.put(`noise${at}`, counts('noise', `word${at}`));
    const long = counts('noise', 'wanted', ...Array.from({ length: 15 }, (_, at) => `word${at}`));
    const found = index.search(long, 50).map(({ key }) => key);
    expect(found).toContain('hit');
    expect(found).not.toContain('noise39');
  });

  it('leaves out what is not accepted, and still fills the list', () => {
    const index = createTermIndex();
    for (const key of ['a', 'b', 'c', 'd']) index.put(key, counts('same'));
    expect(index.search(counts('same'), 2, (key) => key > 'b').map(({ key }) => key)).toEqual(['c', 'd']);
  });

  it('gives the same answers after thousands of replacements as a fresh one', () => {
    const index = createTermIndex();
    for (let round = 0; round < 30; round += 1) {
      for (let at = 0; at < 60; at += 1)
        index.put(`d${at}`, counts(`term${(at + round) % 20}`, `own${at}`, 'all'));
    }
    const fresh = createTermIndex();
    for (let at = 0; at < 60; at += 1)
      fresh.put(`d${at}`, counts(`term${(at + 29) % 20}`, `own${at}`, 'all'));
    for (const query of [counts('term3', 'all'), counts('own7', 'term1'), counts('gone')]) {
      expect(index.search(query, 10)).toEqual(fresh.search(query, 10));
    }
  });

  it('calls a text wholly like itself and nothing like another one', () => {
    const index = createTermIndex();
    index.put('a', counts('one', 'two'));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four'), { minLength: 1 }),
        (terms) => {
          expect(index.likeness(counts(...terms), counts(...terms))).toBeCloseTo(1);
          expect(index.likeness(counts(...terms), counts('unheard'))).toBe(0);
        },
      ),
    );
  });
});
