import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSupports, supportOf } from '../../../src/domain/safety/support-of.ts';

const sources = [
  'A declined card can be tried again after 15 minutes. The bank decides whether it is accepted. Three attempts are allowed.',
  'Invoices are sent on the first day of the month. They can be downloaded under Billing.',
];

describe('the support of a text', () => {
  it('is whole for what its sources say, in other forms of the words too', () => {
    expect(supportOf('The bank decides whether it is accepted.', { sources })).toBeCloseTo(1);
    expect(supportOf('Declined cards can be tried again after 15 minutes.', { sources })).toBeGreaterThan(
      0.8,
    );
  });

  it('is none for what no source says', () => {
    expect(supportOf('Reinstall the operating system.', { sources })).toBe(0);
    expect(supportOf('The bank decides.', { sources: [] })).toBe(0);
  });

  it('falls with a wrong number more than with a wrong word', () => {
    const number = supportOf('A declined card can be tried again after 90 minutes.', { sources });
    const word = supportOf('A declined card can be tried once after 15 minutes.', { sources });
    expect(number).toBeLessThan(word);
  });

  it('wants what stands together to stand together in one source', () => {
    const mixed = supportOf('Invoices are declined by the bank after three attempts.', { sources });
    const apart = supportOf('Invoices are sent monthly. Three attempts are allowed.', { sources });
    expect(mixed).toBeLessThan(apart);
  });

  it('asks nothing of words that were said before, nor of saying that a source does not tell', () => {
    const conversation = 'My Zebra printer stopped.';
    expect(supportOf('Your Zebra printer stopped.', { sources, conversation })).toBe(1);
    expect(supportOf('I do not have specific information.', { sources })).toBe(1);
  });

  it('shows which sentence is the weak one', () => {
    const text = 'The bank decides whether it is accepted. Call the moon for help.';
    const supports = sentenceSupports(text, { sources });
    expect(supports.map(({ support }) => support > 0.5)).toEqual([true, false]);
  });

  it('stays between 0 and 1 whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.string(), (text, given, conversation) => {
        const support = supportOf(text, { sources: given, conversation });
        expect(support).toBeGreaterThanOrEqual(0);
        expect(support).toBeLessThanOrEqual(1);
      }),
    );
  });
});
