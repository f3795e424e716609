import { Gauge, Histogram, type Registry } from 'prom-client';
import type { ClockFigures } from './store-port.ts';

/** The figures of promises: what is owed, what is late, and how punctual the desk's own timers are. */
export function clockMetrics(registers: Registry[]) {
  const live = new Gauge({
    name: 'muster_clocks_live',
    help: 'Promises to requesters that are on their way',
    labelNames: ['target', 'state'],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['target'], registers });
  const overdue = gauge('muster_clocks_overdue', 'Promises that are on their way and past their due time');
  const breaches = gauge(
    'muster_clock_breaches',
    'Promises of all tickets kept that were not held: ended after their due time, or past it now',
  );
  const lag = new Histogram({
    name: 'muster_timer_lag_seconds',
    help: 'Time from when a timer was due to when its work began',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
    registers,
  });

  return {
    fill(clocks: readonly ClockFigures[]): void {
      for (const { target, running, paused, overdue: late, missed } of clocks) {
        live.set({ target, state: 'running' }, running);
        live.set({ target, state: 'paused' }, paused);
        overdue.set({ target }, late);
        breaches.set({ target }, missed + late);
      }
    },
    fired: (seconds: number) => lag.observe(seconds),
  };
}
