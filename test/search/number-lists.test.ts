import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumberLists } from '../../src/search/number-lists.ts';

test('lists that grow in turns each keep their numbers in order', () => {
  const pushes = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 ** 32 - 1 })), { maxLength: 3000 });
  fc.assert(
    fc.property(pushes, (all) => {
      const lists = createNumberLists();
      const plain = new Map<number, number[]>();
      for (const [list, value] of all) {
        lists.push(list, value);
        plain.set(list, [...(plain.get(list) ?? []), value]);
      }
      for (let list = 0; list < 6; list += 1) expect([...lists.read(list)]).toEqual(plain.get(list) ?? []);
    }),
    { numRuns: 40 },
  );
});

test('a list that nobody began is empty', () => {
  expect(createNumberLists().read(3)).toHaveLength(0);
});
