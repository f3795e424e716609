import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { instant } from '../src/domain/time.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { median, quantile } from './store-figures.ts';
import { aCase, benchDay } from './store-folder.ts';

/** Each figure is taken in a process of its own: `store-measure <what> <folder> <tickets>` prints one line of JSON. */
const [what = '', folder = '', count = '0'] = process.argv.slice(2);
const now = instant(benchDay);

const measures: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Durable commits, one at a time, to random open tickets. */
  async commits() {
    const store = await openLowdbStore({ folder });
    const times: number[] = [];
    const commits = 400;
    for (let n = 0; n < commits; n += 1) {
      const id = `T-${1 + ((n * 7919) % Number(count))}`;
      const stored = await store.load('ticket', id);
      const began = performance.now();
      await store.commit({
        kind: 'ticket',
        id,
        expectedVersion: stored?.version ?? 0,
        events: [{ type: 'noted', n }],
        state: { ...(stored?.state ?? {}), n },
        at: now,
      });
      times.push(performance.now() - began);
    }
    await store.close();
    return { median: median(times), p99: quantile(times, 0.99) };
  },

  /** Fifty commits under way at any time. */
  async burst() {
    const store = await openLowdbStore({ folder });
    const commits = 2000;
    let next = 0;
    const began = performance.now();
    const worker = async () => {
      for (let n = next++; n < commits; n = next++) {
        const id = `T-${1 + ((n * 7919) % Number(count))}`;
        const version = (await store.load('ticket', id))?.version ?? 0;
        await store
          .commit({ kind: 'ticket', id, expectedVersion: version, events: [{ n }], state: { n }, at: now })
          .catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: 50 }, worker));
    const perSecond = (commits / (performance.now() - began)) * 1000;
    await store.close();
    return { perSecond };
  },

  /** The same change through lowdb as it comes: one file, no fsync. */
  async plain() {
    const tickets = Array.from({ length: Number(count) }, (_, n) => aCase(n + 1, false));
    const db = new Low(new JSONFile<typeof tickets>(folder), tickets);
    await db.write();
    const times: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const began = performance.now();
      await db.update((all) => {
        const ticket = all[(n * 7919) % all.length];
        if (ticket !== undefined) ticket.version += 1;
      });
      times.push(performance.now() - began);
    }
    return { median: median(times), p99: quantile(times, 0.99) };
  },

  /** From nothing to ready, and to all closed tickets indexed; the longest the process was deaf meanwhile. */
  async start() {
    let peak = 0;
    let deaf = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
      deaf = Math.max(deaf, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    const began = performance.now();
    const store = await openLowdbStore({ folder });
    const ready = performance.now() - began;
    const open = (await store.tickets({ status: ['open'], limit: 10_000 })).length;
    const afterReady = performance.now();
    deaf = 0;
    last = afterReady;
    await store.tickets({ limit: 1 });
    const indexed = performance.now() - began;
    while (!store.health(now).indexed) await setImmediate();
    clearInterval(watch);
    const tickets = store.health(now).tickets;
    await store.close();
    return { ready, indexed, deaf, open, tickets, rss: process.memoryUsage.rss(), peak };
  },
};

const measured = await measures[what]?.();
process.stdout.write(`${JSON.stringify(measured)}\n`);
