import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClaudeEngine } from '../../../src/engines/claude.ts';
import { triageFacts, triagePersona } from '../../support/claude-facts.ts';
import { impatient, models } from './claude.ts';

/** A server of other people's: our own could misunderstand the protocol in the same way as our client. */
let mock: LLMock;
beforeEach(async () => {
  mock = new LLMock({ port: 0, logLevel: 'silent' });
  await mock.start();
});
afterEach(() => mock.stop());

const answer = {
  category_reason: 'an error',
  category: 'technical',
  severity_reasons: ['all users'],
  severity: 'P1',
  queue_reason: 'errors go there',
  queue: 'technical',
  tier: 4,
  sentiment: 'neutral',
  frustration: 0.1,
  product_area: 'checkout',
  language: 'en',
  same_as: [],
  stakeholders: ['engineering'],
  question: 'none',
  confidence: 0.9,
};

function engine() {
  const patience = { triage: { ...impatient, wholeMs: 5000 }, drafting: impatient };
  return createClaudeEngine({ apiKey: 'any', baseUrl: mock.url, models, newCode: () => 'c0de', patience });
}
const triage = () => engine().run('triage', triagePersona, triageFacts());

test('a streamed answer is read', async () => {
  mock.on(
    { model: models.fast },
    { content: JSON.stringify(answer), usage: { input_tokens: 12, output_tokens: 3 } },
  );
  const run = await triage();
  expect(run.answer).toMatchObject({ severity: 'P1', stakeholders: ['engineering'] });
  expect(run.usage).toMatchObject({ inputTokens: 12, outputTokens: 3 });
  expect(mock.getLastRequest()?.path).toBe('/v1/messages');
});

test('an answer that was cut off is not used', async () => {
  mock.on({ model: models.fast }, { content: '{"category"', finishReason: 'length' });
  await expect(triage()).rejects.toMatchObject({
    name: 'Invalid',
    message: expect.stringContaining('cut off'),
  });
});

test.each([
  [401, 'authentication_error', 'Misconfigured'],
  [429, 'rate_limit_error', 'Unreachable'],
  [529, 'overloaded_error', 'Unreachable'],
])('a refusal with %i %s is one of our kinds', async (status, type, name) => {
  const refusal = { error: { message: 'no', type }, status, retryAfter: 30 };
  mock.on({ model: models.fast }, refusal);
  await expect(triage()).rejects.toMatchObject({ name });
});
