import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemEnglish } from '../../../src/domain/language/stem-english.ts';

describe('stems of English words', () => {
  // From the vocabulary that the algorithm's authors publish.
  const published = {
    consign: 'consign',
    consigned: 'consign',
    consigning: 'consign',
    consignment: 'consign',
    consist: 'consist',
    consistency: 'consist',
    consistently: 'consist',
    consolation: 'consol',
    consolidated: 'consolid',
    conspicuous: 'conspicu',
    conspiracy: 'conspiraci',
    constable: 'constabl',
    constancy: 'constanc',
    knackeries: 'knackeri',
    knavish: 'knavish',
    kneaded: 'knead',
    kneel: 'kneel',
    knightly: 'knight',
    knocking: 'knock',
    knots: 'knot',
    knotted: 'knot',
    generate: 'generat',
    generally: 'general',
    generic: 'generic',
    skies: 'sky',
    dying: 'die',
    news: 'news',
    hopping: 'hop',
    hoping: 'hope',
    falling: 'fall',
    agreed: 'agre',
    flies: 'fli',
    dies: 'die',
    ties: 'tie',
    happy: 'happi',
    cry: 'cri',
    say: 'say',
    by: 'by',
    relational: 'relat',
    rationalization: 'ration',
    vietnamization: 'vietnam',
    electricity: 'electr',
    hopefulness: 'hope',
    triplicate: 'triplic',
    adjustable: 'adjust',
    replacement: 'replac',
    adoption: 'adopt',
    controlling: 'control',
    rate: 'rate',
    roll: 'roll',
    gas: 'gas',
    gaps: 'gap',
  };
  it.each(Object.entries(published))('%s becomes %s', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it('never makes a word longer by more than one letter, and never empties it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        const stem = stemEnglish(word);
        expect(stem.length).toBeGreaterThan(0);
        expect(stem.length).toBeLessThanOrEqual(word.length + 1);
      }),
    );
  });
});
