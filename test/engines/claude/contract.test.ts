import { afterAll } from 'vitest';
import { createClaudeEngine } from '../../../src/engines/claude.ts';
import { createDeskEngine } from '../../../src/engines/desk-engine.ts';
import { createBreaker } from '../../../src/engines/desk-engine-breaker.ts';
import { createBudget } from '../../../src/engines/desk-engine-budget.ts';
import { createOfflineEngine } from '../../../src/engines/offline/offline-engine.ts';
import type { Log } from '../../../src/ports.ts';
import { engineContract } from '../../contracts/engine.contract.ts';
import { claudeKey, startClaudeServer } from '../../support/claude-server.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { likeClaude } from '../../support/like-claude.ts';
import { models } from './claude.ts';

const server = await startClaudeServer(likeClaude);
afterAll(() => server.close());

const access = { apiKey: claudeKey, baseUrl: server.url, models };

engineContract('claude before the offline engine', () => {
  const clock = fakeClock();
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const budget = createBudget({ dailyUsd: 1000, timezone: 'UTC', clock, log });
  const engine = createClaudeEngine({ ...access, newCode: () => 'c0de' });
  const setup = { engine, breaker: createBreaker({ clock, log }), budget, atOnce: 4 };
  return createDeskEngine({ offline: createOfflineEngine(), claude: setup, clock, log });
});
