import { defineConfig } from 'vitest/config';

/** The page in a real browser: one file after the other, because each one starts a Chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 40_000,
    hookTimeout: 40_000,
  },
});
