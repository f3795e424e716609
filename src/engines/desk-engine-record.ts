import type { CallOutcome, EngineStats } from '../domain/engine-stats.ts';
import type { Usage } from '../domain/usage.ts';

/** Counts what engines did since start. */
export type EngineRecord = {
  call(engine: string, role: string, outcome: CallOutcome): void;
  paid(usage: Usage): void;
  counts(): Pick<EngineStats, 'calls' | 'usage'>;
};

export function createEngineRecord(): EngineRecord {
  const calls = new Map<string, EngineStats['calls'][number]>();
  let usage: Usage = { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0, costUsd: 0 };
  return {
    call(engine, role, outcome) {
      const key = `${engine} ${role} ${outcome}`;
      calls.set(key, { engine, role, outcome, count: (calls.get(key)?.count ?? 0) + 1 });
    },
    paid(more) {
      usage = {
        inputTokens: usage.inputTokens + more.inputTokens,
        cacheReadTokens: usage.cacheReadTokens + more.cacheReadTokens,
        cacheWriteTokens: usage.cacheWriteTokens + more.cacheWriteTokens,
        outputTokens: usage.outputTokens + more.outputTokens,
        costUsd: usage.costUsd + more.costUsd,
      };
    },
    counts: () => ({ calls: [...calls.values()], usage }),
  };
}
