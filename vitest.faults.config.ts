import { defineConfig } from 'vitest/config';

/** Faults: real processes, killed and starved. One file after the other, so that each has the machine to itself. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
