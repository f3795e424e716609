import { expect, test } from 'vitest';
import { hasPrice, usageOf } from '../../../src/engines/claude/prices.ts';

const million = { inputTokens: 1_000_000, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };

test.each([
  ['claude-sonnet-5-5', million, 2],
  ['claude-sonnet-5-5', { ...million, inputTokens: 0, outputTokens: 1_000_000 }, 10],
  ['claude-sonnet-5-5', { ...million, inputTokens: 0, cacheWriteTokens: 1_000_000 }, 2.5],
  ['claude-sonnet-5-5', { ...million, inputTokens: 0, cacheReadTokens: 1_000_000 }, 0.1],
  ['claude-haiku-5-5', { ...million, inputTokens: 100_000 }, 0.01],
  ['claude-haiku-5-5', { ...million, inputTokens: 100_001 }, 0.05],
  ['claude-haiku-5-5-20261007', { ...million, inputTokens: 100_000 }, 0.01],
  ['some-other-model', million, 0],
])('%s with %o costs %d dollars', (model, tokens, costUsd) => {
  expect(usageOf(model, tokens)).toEqual({ ...tokens, costUsd: expect.closeTo(costUsd, 4) });
});

test('a model without a price says so', () => {
  expect([hasPrice('claude-opus-5-5'), hasPrice('claude-sonnet-5-5-mini'), hasPrice('x')]).toEqual([
    true,
    false,
    false,
  ]);
});
