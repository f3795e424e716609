import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/faults/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // The desk keeps no state in its modules, so files may share them: reading them anew for each file takes half the time.
    isolate: false,
    // By default one core stays idle, which on two cores doubles the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
