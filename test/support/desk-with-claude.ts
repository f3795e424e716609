import { createClaudeEngine } from '../../src/engines/claude.ts';
import { createDeskEngine, type DeskEngine } from '../../src/engines/desk-engine.ts';
import { createBreaker } from '../../src/engines/desk-engine-breaker.ts';
import { createBudget } from '../../src/engines/desk-engine-budget.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { claudeKey } from './claude-server.ts';

/** A desk's mind whose Claude is a server on loopback and which does not wait long for it. */
export function deskEngineOn(url: string, clock: Clock, dailyUsd = 20): DeskEngine {
  const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
  const patience = { firstWordMs: 5000, wholeMs: 10_000 };
  let codes = 0;
  const engine = createClaudeEngine({
    apiKey: claudeKey,
    baseUrl: url,
    models: { fast: 'claude-haiku-5-5', strong: 'claude-sonnet-5-5' },
    newCode: () => `c0de${++codes}`,
    patience: { triage: patience, drafting: patience },
  });
  const budget = createBudget({ dailyUsd, timezone: 'UTC', clock, log });
  const claude = { engine, breaker: createBreaker({ clock, log }), budget, atOnce: 16 };
  return createDeskEngine({ offline: createOfflineEngine(), claude, clock, log });
}
