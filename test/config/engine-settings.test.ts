import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const read = (deskFile: string) => readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => deskFile).engine;

test('without a word about it the engine has its models, its money and its pace', () => {
  expect(read('')).toEqual({
    models: { fast: 'claude-haiku-5-5', strong: 'claude-sonnet-5-5' },
    daily_budget_usd: 20,
    concurrency: 16,
  });
});

test('one model is changed and the other stays', () => {
  const { models } = read('engine: { models: { strong: "us.anthropic/claude-opus-5-5:0" } }');
  expect(models).toEqual({ fast: 'claude-haiku-5-5', strong: 'us.anthropic/claude-opus-5-5:0' });
});

test.each([
  ['engine: { daily_budget_usd: -1 }', /daily_budget_usd must be an amount such as 20; 0 keeps Claude off/],
  ['engine: { daily_budget_usd: much }', /daily_budget_usd must be a number/],
  ['engine: { concurrency: 0 }', /concurrency must be a whole number from 1 to 100/],
  ['engine: { concurrency: 2.5 }', /concurrency must be a whole number/],
  ['engine: { models: { fast: "two words" } }', /models\.fast must be the id of a model/],
  ['engine: { modells: {} }', /engine\.modells is not a known key; did you mean models/],
])('%s stops the start', (deskFile, words) => {
  expect(() => read(deskFile)).toThrow(words);
});
