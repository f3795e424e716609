import { onTestFinished } from 'vitest';
import { type ClaudePlan, createClaudeEngine } from '../../../src/engines/claude.ts';
import { type ClaudeServer, claudeKey, startClaudeServer } from '../../support/claude-server.ts';
import { likeClaude } from '../../support/like-claude.ts';

export const models = { fast: 'claude-haiku-5-5', strong: 'claude-sonnet-5-5' };
/** Short, so that a test of a dead server takes a moment. */
export const impatient = { firstWordMs: 150, wholeMs: 400 };

/** The real SDK on a server of its own, which answers like a model until a test says otherwise. */
export async function aClaude(
  given: Partial<ClaudePlan> & { readonly answer?: Parameters<typeof startClaudeServer>[0] } = {},
) {
  const { answer = likeClaude, ...plan } = given;
  const server: ClaudeServer = await startClaudeServer(answer);
  onTestFinished(() => server.close());
  let codes = 0;
  const engine = createClaudeEngine({
    apiKey: claudeKey,
    baseUrl: server.url,
    models,
    newCode: () => `c0de${++codes}`,
    ...plan,
  });
  return { server, engine };
}
