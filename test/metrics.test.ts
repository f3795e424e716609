import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EngineStats } from '../src/domain/engine-stats.ts';
import { createMetrics } from '../src/metrics.ts';
import { fakeClock } from './support/fake-clock.ts';

const health = {
  writable: true,
  detail: 'ok',
  inboxWaiting: 0,
  outboxWaiting: 0,
  parked: 0,
  indexed: true,
  tickets: 0,
  clocks: [],
};

const store = { health: () => health, incidents: async () => [] };

async function figures(stats: EngineStats): Promise<readonly string[]> {
  const metrics = createMetrics({ store, clock: fakeClock(), engine: { stats: () => stats } });
  // Asked twice, as Prometheus does: what is counted elsewhere is not counted again here.
  await metrics.text();
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('muster_engine'));
}

const usage = { inputTokens: 40, cacheReadTokens: 30, cacheWriteTokens: 20, outputTokens: 10, costUsd: 0.5 };

test('what Claude was asked, what it cost and what is left stands in the figures', async () => {
  const calls = [
    { engine: 'claude', role: 'triage', outcome: 'answered' as const, count: 3 },
    { engine: 'offline', role: 'triage', outcome: 'answered' as const, count: 1 },
  ];
  const paid = { breaker: 'open' as const, spentTodayUsd: 0.5, leftTodayUsd: 19.5 };
  expect(await figures({ calls, usage, paid })).toEqual([
    'muster_engine_calls_total{engine="claude",role="triage",outcome="answered"} 3',
    'muster_engine_calls_total{engine="offline",role="triage",outcome="answered"} 1',
    'muster_engine_tokens_total{kind="input"} 40',
    'muster_engine_tokens_total{kind="cache_read"} 30',
    'muster_engine_tokens_total{kind="cache_write"} 20',
    'muster_engine_tokens_total{kind="output"} 10',
    'muster_engine_cost_usd_total 0.5',
    'muster_engine_breaker 2',
    'muster_engine_spent_today_usd 0.5',
    'muster_engine_left_today_usd 19.5',
  ]);
});

test('without Claude there is no budget to tell of', async () => {
  const free = { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0, costUsd: 0 };
  const told = await figures({ calls: [], usage: free });
  expect(told.filter((line) => /breaker|today/.test(line))).toEqual([]);
});

test('how many promises are owed, paused, late and broken stands in the figures, by target', async () => {
  const clocks = [
    { target: 'first_response' as const, running: 5, paused: 0, overdue: 2, missed: 7 },
    { target: 'next_update' as const, running: 1, paused: 3, overdue: 0, missed: 0 },
  ];
  const metrics = createMetrics({
    store: { ...store, health: () => ({ ...health, clocks }) },
    clock: fakeClock(),
  });
  const lines = (await metrics.text()).split('\n');
  expect(lines.filter((line) => line.startsWith('muster_clock'))).toEqual([
    'muster_clocks_live{target="first_response",state="running"} 5',
    'muster_clocks_live{target="first_response",state="paused"} 0',
    'muster_clocks_live{target="next_update",state="running"} 1',
    'muster_clocks_live{target="next_update",state="paused"} 3',
    'muster_clocks_overdue{target="first_response"} 2',
    'muster_clocks_overdue{target="next_update"} 0',
    'muster_clock_breaches{target="first_response"} 9',
    'muster_clock_breaches{target="next_update"} 0',
  ]);
});

test('how late timers are stands in the figures', async () => {
  const metrics = createMetrics({ store, clock: fakeClock() });
  for (const seconds of [0.05, 0.3, 7200]) metrics.fired(seconds);
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('muster_timer_lag'));
  expect(lines).toContain('muster_timer_lag_seconds_bucket{le="0.1"} 1');
  expect(lines).toContain('muster_timer_lag_seconds_bucket{le="0.5"} 2');
  expect(lines).toContain('muster_timer_lag_seconds_bucket{le="3600"} 2');
  expect(lines).toContain('muster_timer_lag_seconds_count 3');
});

test('every figure that the README names is there', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const named = [...readme.matchAll(/`(muster_\w+)`/g)].map(([, name = '']) => name);
  const metrics = createMetrics({ store, clock: fakeClock() });
  const text = await metrics.text();
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !text.includes(`# HELP ${name} `))).toEqual([]);
});
