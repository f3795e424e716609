import type { Usage } from '../../domain/usage.ts';

/** US dollars for a million tokens. A cache write is one that holds for five minutes. */
type Price = {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
};

/**
 * From the model pages of platform.claude.com, read on 20 November 2026. Opus: the cache figures are the usual shares
 * of its input price (1.25 and 0.1), which its page was not asked for.
 */
const prices: Readonly<Record<string, Price>> = {
  'claude-haiku-5-5': { input: 0.1, output: 0.5, cacheWrite: 0.125, cacheRead: 0.01 },
  'claude-sonnet-5-5': { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1 },
  'claude-opus-5-5': { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.4 },
  'claude-fable-5-1': { input: 10, output: 50, cacheWrite: 12.5, cacheRead: 1 },
};

/** Haiku 5.5 costs five times as much, answer included, when the prompt is longer than this. */
const longPrompt = { model: 'claude-haiku-5-5', above: 100_000, factor: 5 };

/** Batches are billed at half the price. */
export const batchShare = 0.5;

/** False for a model the table does not know: its calls count as free, so that no budget holds them. */
export function hasPrice(model: string): boolean {
  return priceOf(model) !== undefined;
}

/** What a call took. `share` is what is paid of the list price, 1 for a call that was not batched. */
export function usageOf(model: string, tokens: Omit<Usage, 'costUsd'>, share = 1): Usage {
  const price = priceOf(model);
  if (price === undefined) return { ...tokens, costUsd: 0 };
  const { inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens } = tokens;
  const isLong =
    isModel(model, longPrompt.model) && inputTokens + cacheReadTokens + cacheWriteTokens > longPrompt.above;
  const millionths =
    inputTokens * price.input +
    cacheReadTokens * price.cacheRead +
    cacheWriteTokens * price.cacheWrite +
    outputTokens * price.output;
  return { ...tokens, costUsd: (millionths / 1_000_000) * share * (isLong ? longPrompt.factor : 1) };
}

function priceOf(model: string): Price | undefined {
  const known = Object.keys(prices).find((name) => isModel(model, name));
  return known === undefined ? undefined : prices[known];
}

/** A dated id such as `claude-haiku-5-5-20261007` is the same model. */
function isModel(model: string, name: string): boolean {
  return model === name || new RegExp(`^${name}-\\d{8}$`).test(model);
}
