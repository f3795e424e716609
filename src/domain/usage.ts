import { z } from 'zod';

const Tokens = z.int().min(0);

/** What one answer of a paid engine took: tokens, and US dollars by the prices known to the desk. */
export const Usage = z.strictObject({
  inputTokens: Tokens,
  cacheReadTokens: Tokens,
  cacheWriteTokens: Tokens,
  outputTokens: Tokens,
  costUsd: z.number().min(0),
});
export type Usage = z.infer<typeof Usage>;
