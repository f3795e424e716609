import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { glanceAtClocks } from '../src/domain/sla/clock-glance.ts';
import { clocksOf, liveClocks } from '../src/domain/sla/clocks-of.ts';
import { explain } from '../src/domain/sla/explain.ts';
import type { Ticket } from '../src/domain/ticket/ticket.ts';
import { hour, instant, laterBy, second } from '../src/domain/time.ts';
import type { Status } from '../src/domain/words.ts';
import { createMetrics } from '../src/metrics.ts';
import type { StorePort } from '../src/store-port.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { ticketTable } from '../src/stores/lowdb/ticket-table.ts';
import { timerJobs } from '../src/stores/lowdb/timer-jobs.ts';
import { benchBook, planOf, writeCase, writeEdition } from './clocks-folder.ts';
import { median, megabytes, ms, quantile } from './store-figures.ts';
import { benchDay } from './store-folder.ts';

/**
 * 100,000 open tickets with live clocks: starting, finding what is due, lists, figures and explanations; beside asking
 * every ticket for its clocks, in the same run. Goals: a due scan under 50 ms, an explanation under 5 ms.
 */
const tickets = Number(process.argv[2] ?? 100_000);
const due = tickets / 10;
const now = instant(benchDay);
const dueAt = laterBy(now, hour);
const live: readonly Status[] = ['new', 'open', 'pending', 'on_hold'];

const row = (name: string, ...cells: readonly string[]) =>
  process.stdout.write(`${name.padEnd(58)}${cells.map((cell) => cell.padStart(16)).join('')}\n`);
const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const began = performance.now();
  const made = await work();
  return [made, performance.now() - began];
};

const folder = mkdtempSync(join(tmpdir(), 'muster-bench-clocks-'));
try {
  writeEdition(folder);
  const sample: Ticket[] = [];
  for (let number = 1; number <= tickets; number += 1) {
    const timer = number <= due ? dueAt : laterBy(dueAt, number * second);
    const ticket = writeCase(folder, planOf(number, benchDay), timer);
    if (number % Math.ceil(tickets / 2_000) === 0) sample.push(ticket);
  }

  const [store, opening] = await timed(() => openLowdbStore({ folder }));
  const clocks = store.health(now).clocks;
  const sum = (of: 'running' | 'paused' | 'overdue') => clocks.reduce((all, each) => all + each[of], 0);
  row(`${tickets} open tickets`, '', `${sum('running') + sum('paused')} clocks`);
  row('  running, paused, overdue', `${sum('running')}`, `${sum('paused')}`, `${sum('overdue')}`);
  row(
    '  start: every case read and checked, memory',
    `${(opening / second).toFixed(1)} s`,
    megabytes(process.memoryUsage.rss()),
  );
  const { counting, arming } = await armingAlone(store);
  row('  of it clocks counted, timers armed', ms(counting), ms(arming));

  await dueScans(store);
  await lists(store);
  ofOneTicket(sample);
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The same as at the start once more, without the files. */
async function armingAlone(store: StorePort): Promise<{ counting: number; arming: number }> {
  const summaries = await store.tickets({ status: live });
  const table = ticketTable();
  const [, counting] = await timed(() => {
    for (const summary of summaries) table.put(summary, 'open');
  });
  const jobs = timerJobs();
  const rest = { format: 1, kind: 'ticket', version: 1, revision: 1, state: {} } as const;
  const [, arming] = await timed(() => {
    for (const { id, changedAt } of summaries) {
      const timer = { key: 'clock', kind: 'clock', dueAt: changedAt, generation: 1 };
      jobs.show({ ...rest, outbox: [], events: [], id, timers: [timer] });
    }
  });
  return { counting, arming };
}

async function dueScans(store: StorePort): Promise<void> {
  const ask = { leaseMs: 60_000, limit: 16 };
  const none: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const [claims, took] = await timed(() => store.claim('timers', { now, ...ask }));
    if (claims.length > 0) throw new Error('Something was due before its time.');
    none.push(took);
  }
  row('due scan, nothing due: median, worst', ms(median(none)), ms(Math.max(...none)));
  const some: number[] = [];
  for (let taken = 0; taken < due; ) {
    const [claims, took] = await timed(() => store.claim('timers', { now: dueAt, ...ask }));
    if (claims.length === 0) throw new Error('Less was due than was set.');
    taken += claims.length;
    some.push(took);
  }
  const all = some.reduce((sum, took) => sum + took, 0);
  row(`due scan, ${due} due, 16 taken each time: median, worst`, ms(median(some)), ms(Math.max(...some)));
  const [, walk] = await timed(async () => {
    for (let number = 1; number <= tickets; number += 1) {
      const stored = await store.load('ticket', `T-${number}`);
      stored?.timers.filter((timer) => timer.dueAt <= now);
    }
  });
  row('  all of them, and by looking at every ticket once', ms(all), ms(walk));
}

async function lists(store: StorePort): Promise<void> {
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < 10; n += 1) {
    const [list, took] = await timed(() => store.tickets({ atRiskAt: now, status: live, order: 'due' }));
    found = list.length;
    times.push(took);
  }
  row(`list of what is at risk (${found}): median, worst`, ms(median(times)), ms(Math.max(...times)));
  const assigned = { assignee: 'memory:UAGENT1', status: live, order: 'due' } as const;
  const [mine, took] = await timed(() => store.tickets(assigned));
  row(`everything of one person by next due (${mine.length})`, ms(took));
  const metrics = createMetrics({ store, clock: { now: () => now, sleepUntil: async () => undefined } });
  const scrapes: number[] = [];
  const healths: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    scrapes.push((await timed(() => metrics.text()))[1]);
    healths.push((await timed(() => store.health(dueAt)))[1]);
  }
  row('scrape of /metrics: median, worst', ms(median(scrapes)), ms(Math.max(...scrapes)));
  row('  of it asking the store', ms(median(healths)), ms(Math.max(...healths)));
}

function ofOneTicket(sample: readonly Ticket[]): void {
  const each = <T>(items: readonly T[], work: (item: T) => unknown): readonly number[] =>
    items.map((item) => {
      const began = performance.now();
      work(item);
      return performance.now() - began;
    });
  const [first, ...rest] = sample;
  if (first === undefined) throw new Error('There is no ticket to look at.');
  const [cold = 0] = each([first], (ticket) => clocksOf(ticket, benchBook, now));
  const clocks = each(rest, (ticket) => clocksOf(ticket, benchBook, now));
  row(
    'clocks of one ticket: first of all, median, p99',
    ms(cold),
    ms(median(clocks)),
    ms(quantile(clocks, 0.99)),
  );
  const glances = each(rest, (ticket) => glanceAtClocks(ticket, benchBook));
  row(
    '  for lists and figures, at each change: median, p99',
    ms(median(glances)),
    ms(quantile(glances, 0.99)),
  );
  const all = rest.flatMap((ticket) =>
    liveClocks(ticket, benchBook, now).map((clock) => ({ ticket, clock })),
  );
  const explained = each(all, ({ ticket, clock }) => explain(ticket, clock, benchBook, now));
  row('explain a due time: median, p99', ms(median(explained)), ms(quantile(explained, 0.99)));
  row('  worst', ms(Math.max(...explained)));
}
