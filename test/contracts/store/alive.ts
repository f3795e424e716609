import { expect } from 'vitest';
import { minutesAfterTen, type Rule, ten } from './builders.ts';

/** What a store remembers of the desk itself. */
export const aliveRules: readonly Rule[] = [
  [
    'a store that was never used knows of no earlier run',
    async ({ store }) => {
      expect(store.lastAlive).toBeUndefined();
    },
  ],
  [
    'the next run knows when the desk was last there',
    async ({ store, reopen }) => {
      await store.alive(ten);
      await store.alive(minutesAfterTen(3));
      expect(store.lastAlive).toBeUndefined();
      expect((await reopen()).lastAlive).toBe(minutesAfterTen(3));
    },
  ],
];
