import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { clockMetrics } from './clock-metrics.ts';
import type { EngineStats } from './domain/engine-stats.ts';
import { millisecondsBetween, second } from './domain/time.ts';
import { incidentMetrics } from './incident-metrics.ts';
import type { Clock } from './ports.ts';
import type { SchedulerStats } from './scheduler/scheduler.ts';
import type { StorePort } from './store-port.ts';

/** The desk's figures in Prometheus form, read from store and scheduler each time somebody asks. */
export type Metrics = {
  readonly contentType: string;
  text(): Promise<string>;
  /** How long a platform waited for its acknowledgement, in seconds. */
  acked(seconds: number): void;
  /** How long after its due time the work of a timer began, in seconds. */
  fired(seconds: number): void;
};

type Sources = {
  readonly store: Pick<StorePort, 'health' | 'incidents'>;
  readonly clock: Clock;
  /** Undefined until the workers run. */
  readonly scheduler?: { stats(): SchedulerStats | undefined };
  readonly engine?: { stats(): EngineStats };
};

export function createMetrics({ store, clock, scheduler, engine }: Sources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const waitingIn = gauge('muster_inbox_waiting', 'Chat events that wait to be handled');
  const waitingOut = gauge('muster_outbox_waiting', 'Messages that wait to be said');
  const parked = gauge('muster_parked', 'Work that was given up and waits for a person');
  const overdue = gauge('muster_oldest_overdue_timer_seconds', 'How long the oldest due timer has been due');
  const tickets = gauge('muster_tickets', 'Tickets kept');
  const events = outcomes('muster_events_total', 'Chat events handled, by outcome');
  const posts = outcomes('muster_posts_total', 'Messages to chat, by outcome');
  const timers = outcomes('muster_timers_total', 'Timers, by outcome');
  const clocks = clockMetrics(registers);
  const fillIncidents = incidentMetrics(registers);
  const fillEngine = engineFigures(registers);
  const ack = new Histogram({
    name: 'muster_ack_seconds',
    help: 'Time from a delivery to its acknowledgement',
    // Slack waits 3 seconds.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });

  function outcomes(name: string, help: string) {
    return new Counter({ name, help, labelNames: ['outcome'], registers });
  }
  const fill = (counter: Counter<'outcome'>, counts: Readonly<Record<string, number>>) => {
    counter.reset();
    for (const [outcome, count] of Object.entries(counts)) counter.inc({ outcome }, count);
  };

  return {
    contentType: registry.contentType,
    async text() {
      const now = clock.now();
      const health = store.health(now);
      waitingIn.set(health.inboxWaiting);
      waitingOut.set(health.outboxWaiting);
      parked.set(health.parked);
      tickets.set(health.tickets);
      clocks.fill(health.clocks);
      fillIncidents(await store.incidents({}), now);
      overdue.set(
        health.oldestOverdueTimer === undefined
          ? 0
          : millisecondsBetween(health.oldestOverdueTimer, now) / second,
      );
      const stats = scheduler?.stats();
      if (stats !== undefined) {
        fill(events, stats.inbox);
        fill(posts, stats.outbox);
        fill(timers, stats.timers);
      }
      if (engine !== undefined) fillEngine(engine.stats());
      return await registry.metrics();
    },
    acked: (seconds) => ack.observe(seconds),
    fired: clocks.fired,
  };
}

const breakerLevels = { closed: 0, half_open: 1, open: 2 } as const;

/** What engines were asked, what it cost, and what is left to spend. The last three exist once an engine is paid. */
function engineFigures(registers: Registry[]): (stats: EngineStats) => void {
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  const calls = counter('muster_engine_calls_total', 'Questions to engines, by outcome', [
    'engine',
    'role',
    'outcome',
  ]);
  const tokens = counter('muster_engine_tokens_total', 'Tokens of a paid engine, by kind', ['kind']);
  const cost = counter('muster_engine_cost_usd_total', 'What engines cost, in US dollars', []);
  const gauges = new Map<string, Gauge>();
  const set = (name: string, help: string, value: number) => {
    const gauge = gauges.get(name) ?? new Gauge({ name, help, registers });
    gauges.set(name, gauge);
    gauge.set(value);
  };
  return ({ calls: counted, usage, paid }) => {
    calls.reset();
    for (const { count, ...labels } of counted) calls.inc(labels, count);
    tokens.reset();
    tokens.inc({ kind: 'input' }, usage.inputTokens);
    tokens.inc({ kind: 'cache_read' }, usage.cacheReadTokens);
    tokens.inc({ kind: 'cache_write' }, usage.cacheWriteTokens);
    tokens.inc({ kind: 'output' }, usage.outputTokens);
    cost.reset();
    cost.inc(usage.costUsd);
    if (paid === undefined) return;
    const level = breakerLevels[paid.breaker];
    set('muster_engine_breaker', 'Is Claude asked: 0 yes, 1 one call tries, 2 no', level);
    set('muster_engine_spent_today_usd', 'Spent in this day of the desk, in US dollars', paid.spentTodayUsd);
    set('muster_engine_left_today_usd', 'Left of the daily budget, in US dollars', paid.leftTodayUsd);
  };
}
