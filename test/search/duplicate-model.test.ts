import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDuplicateModel } from '../../src/search/duplicate-model.ts';

it('believes the formula while nothing was decided', () => {
  const model = createDuplicateModel();
  expect(model.odds(1.5)).toBe(1.5);
  expect(model.odds(-3)).toBe(-3);
});

it('is hardly moved by one decision and clearly by many', () => {
  const model = createDuplicateModel();
  model.decide('T-1', [{ odds: 1, same: false }]);
  expect(model.odds(1)).toBeGreaterThan(0.9);
  for (let at = 2; at < 200; at += 1) model.decide(`T-${at}`, [{ odds: 1, same: false }]);
  expect(model.odds(1)).toBeLessThan(-0.5);
});

it('comes near what was true on this desk', () => {
  const model = createDuplicateModel();
  // Of candidates the formula gives even odds, nine in ten were the same problem here.
  for (let at = 0; at < 400; at += 1) model.decide(`T-${at}`, [{ odds: (at % 5) - 2, same: at % 10 !== 0 }]);
  expect(model.odds(0)).toBeGreaterThan(1.5);
});

it('counts a ticket once, however often it is told, and forgets what was taken back', () => {
  const [told, again] = [createDuplicateModel(), createDuplicateModel()];
  told.decide('T-1', [{ odds: 2, same: true }]);
  for (let at = 0; at < 50; at += 1) again.decide('T-1', [{ odds: 2, same: true }]);
  expect(again.odds(1)).toBe(told.odds(1));
  again.decide('T-1', []);
  expect(again.odds(1)).toBe(1);
});

it('gives the same whatever order it heard things in, and keeps the order of the candidates', () => {
  const decision = fc.record({ odds: fc.double({ min: -8, max: 8, noNaN: true }), same: fc.boolean() });
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 40 }), (decisions) => {
      const [one, other] = [createDuplicateModel(), createDuplicateModel()];
      const named = decisions.map((each, at) => [`T-${at}`, [each]] as const);
      for (const [ticket, candidates] of named) one.decide(ticket, candidates);
      for (const [ticket, candidates] of named.toReversed()) other.decide(ticket, candidates);
      expect(other.odds(0.5)).toBe(one.odds(0.5));
      expect(one.odds(2)).toBeGreaterThan(one.odds(1));
    }),
  );
});
