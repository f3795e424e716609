import { expect, onTestFinished, test } from 'vitest';
import { claudeFindings } from '../../src/cli/check-claude-settings.ts';
import { readConfig } from '../../src/config.ts';
import { checkClaude } from '../../src/engines/claude/check-claude.ts';
import { claudeKey, startClaudeServer } from '../support/claude-server.ts';
import { likeClaude } from '../support/like-claude.ts';

async function findings(env: Record<string, string>, deskFile = '') {
  const found = await claudeFindings(
    readConfig({ MUSTER_CONFIG: 'desk.yaml', ...env }, () => deskFile),
    checkClaude,
  );
  return found.map(({ level, what }) => `${level}: ${what}`);
}

async function aServer() {
  const server = await startClaudeServer(likeClaude);
  onTestFinished(() => server.close());
  return { ANTHROPIC_BASE_URL: server.url, ANTHROPIC_API_KEY: claudeKey };
}

test('a key that works is in order, and no question is asked for it', async () => {
  const server = await startClaudeServer(likeClaude);
  onTestFinished(() => server.close());
  expect(await findings({ ANTHROPIC_BASE_URL: server.url, ANTHROPIC_API_KEY: claudeKey })).toEqual([
    'ok: Claude answers as claude-haiku-5-5',
    'ok: Claude answers as claude-sonnet-5-5',
  ]);
  expect(server.asked).toEqual([]);
});

test('a wrong key, an unknown model, an unknown price and a budget of nothing are told', async () => {
  const env = await aServer();
  expect(await findings({ ...env, ANTHROPIC_API_KEY: 'wrong' })).toEqual([
    'warning: Claude does not accept the key in ANTHROPIC_API_KEY',
  ]);
  const models = 'engine: { daily_budget_usd: 0, models: { fast: gpt-none, strong: claude-next-9 } }';
  expect(await findings(env, models)).toEqual([
    'warning: engine.daily_budget_usd is 0',
    'warning: Claude knows no model called gpt-none',
    'warning: The price of claude-next-9 is not known',
  ]);
});

test('without a key there is nothing to ask, and an address alone is noticed', async () => {
  expect(await findings({})).toEqual(['ok: No ANTHROPIC_API_KEY: the offline engine answers']);
  expect(await findings({ ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' })).toEqual([
    'warning: ANTHROPIC_BASE_URL is set, but ANTHROPIC_API_KEY is not',
  ]);
});

test('a server that is not there is one warning, not an end', async () => {
  const away = { ANTHROPIC_BASE_URL: 'http://127.0.0.1:1', ANTHROPIC_API_KEY: 'k' };
  expect(await findings(away)).toEqual(['warning: Claude cannot be reached']);
});
