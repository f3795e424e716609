import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openClaudeBatches } from '../../../src/engines/claude/batches.ts';
import { claudeKey, startClaudeServer } from '../../support/claude-server.ts';
import { likeClaude } from '../../support/like-claude.ts';

const format = zodOutputFormat(z.strictObject({ summary: z.string() }));
const question = {
  model: 'claude-sonnet-5-5',
  maxTokens: 500,
  effort: 'low' as const,
  system: [{ type: 'text' as const, text: 'You summarise.' }],
  content: 'Summarise.',
  format,
};

async function someBatches(apiKey = claudeKey) {
  const server = await startClaudeServer(likeClaude);
  onTestFinished(() => server.close());
  return openClaudeBatches({ apiKey, baseUrl: server.url }, format);
}

test('a batch is started, looked at until it is ready, and read in any order', async () => {
  const batches = await someBatches();
  const batch = await batches.start([
    { id: 'week-46', question },
    { id: 'errored-1', question },
    { id: 'expired-1', question },
    { id: 'cut-1', question },
    { id: 'odd-1', question },
  ]);
  expect(await batches.look(batch)).toBeUndefined();
  const replies = await batches.look(batch);
  const byId = new Map(replies?.map((reply) => [reply.id, reply]));
  expect(byId.get('week-46')).toEqual({
    id: 'week-46',
    answer: { summary: 'week-46' },
    // Half of what the same tokens cost at once.
    usage: expect.objectContaining({ outputTokens: 150, costUsd: expect.closeTo(0.00121, 8) }),
  });
  expect(byId.get('errored-1')).toMatchObject({ error: { name: 'Invalid' } });
  expect(byId.get('expired-1')).toMatchObject({ error: { name: 'Unreachable' } });
  expect(byId.get('cut-1')).toMatchObject({ error: { name: 'Invalid' }, usage: { inputTokens: 400 } });
  expect(byId.get('odd-1')).toMatchObject({ error: { name: 'Invalid' } });
  expect(replies).toHaveLength(5);
});

test('a batch nobody knows and a wrong key are told as our errors', async () => {
  await expect((await someBatches()).look('batch_404')).rejects.toMatchObject({ name: 'Misconfigured' });
  await expect((await someBatches('wrong')).start([{ id: 'a', question }])).rejects.toMatchObject({
    name: 'Misconfigured',
  });
});
