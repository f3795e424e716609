import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import { createDeskEngine, type DeskEngine } from './engines/desk-engine.ts';
import { createBreaker } from './engines/desk-engine-breaker.ts';
import { type Budget, createBudget } from './engines/desk-engine-budget.ts';
import { spentBefore } from './engines/desk-engine-spent.ts';
import { createOfflineEngine } from './engines/offline/offline-engine.ts';
import type { Clock, Log } from './ports.ts';
import type { StorePort } from './store-port.ts';

export type OpenedEngine = {
  readonly engine: DeskEngine;
  /** Which engine is on, as one sentence. */
  readonly line: string;
  /** Resolves when the budget knows what was spent today before this start. */
  readonly ready: Promise<void>;
};

type Parts = {
  readonly config: Pick<Config, 'claude' | 'engine' | 'desk'>;
  readonly store: Pick<StorePort, 'tickets' | 'load'>;
  readonly clock: Clock;
  readonly log: Log;
};

/** The desk's mind by its settings: Claude with the offline engine behind it, or the offline engine alone. */
export async function openEngine({ config, store, clock, log }: Parts): Promise<OpenedEngine> {
  const { claude, engine: settings, desk } = config;
  const offline = createOfflineEngine();
  if (claude.apiKey === undefined) {
    if (claude.baseUrl !== undefined) log.warn('claude_has_no_key', { setting: 'ANTHROPIC_API_KEY' });
    const line = 'The offline engine sorts and drafts: there is no ANTHROPIC_API_KEY.';
    return { engine: createDeskEngine({ offline, clock, log }), line, ready: Promise.resolve() };
  }
  // The SDK takes a moment to load: a desk without a key does not wait for it.
  const { createClaudeEngine } = await import('./engines/claude.ts');
  const { hasPrice } = await import('./engines/claude/prices.ts');
  const { models, daily_budget_usd: dailyUsd } = settings;
  for (const model of new Set([models.fast, models.strong])) {
    if (!hasPrice(model))
      log.warn('model_has_no_known_price', { model, effect: 'the budget cannot count it' });
  }
  const budget = createBudget({ dailyUsd, timezone: desk.timezone, clock, log });
  const engine = createDeskEngine({
    offline,
    claude: {
      engine: createClaudeEngine({
        apiKey: claude.apiKey,
        baseUrl: claude.baseUrl,
        models,
        newCode: () => randomBytes(12).toString('hex'),
      }),
      breaker: createBreaker({ clock, log }),
      budget,
      atOnce: settings.concurrency,
    },
    clock,
    log,
  });
  log.info('claude_is_on', { fast: models.fast, strong: models.strong, dailyUsd });
  return {
    engine,
    line: `Claude sorts and drafts (${models.fast}, ${models.strong}), for at most $${dailyUsd} a day.`,
    ready: remember(budget, { store, clock, log }),
  };
}

async function remember(budget: Budget, { store, clock, log }: Omit<Parts, 'config'>): Promise<void> {
  try {
    for (const { costUsd, at } of await spentBefore(store, clock.now())) budget.spend({ costUsd }, at);
  } catch (error) {
    // The desk goes on: the budget begins anew, and the log says so.
    log.warn('spending_of_today_not_known', { error });
  }
}
