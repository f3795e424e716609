import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { instant } from '../src/domain/time.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';
import { median, ms, quantile } from './store-figures.ts';
import { benchDay } from './store-folder.ts';

/** The inbox journal: what it costs to have heard something safely, alone and many at once, and to start with it. */
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
const at = instant(benchDay);

function aMessage(key: string) {
  const message = {
    id: `slack:C1:${key}`,
    thread: `slack:C1:${key}`,
    place: { channel: 'slack:C1', kind: 'channel' as const },
    author: 'slack:U1',
    byApp: false,
    text: 'Checkout fails with error 502 for all our users since 10:00. '.repeat(4),
    files: [],
    at,
  };
  return {
    type: 'message' as const,
    keys: [`event ${key}`, `message ${key}`],
    at,
    mentionsDesk: false,
    message,
  };
}

try {
  let store = await openLowdbStore({ folder });
  process.stdout.write('heard and safe        median         p99     per second\n');
  for (const [atOnce, count] of [
    [1, 1_000],
    [50, 20_000],
    [200, 20_000],
  ] as const) {
    const times: number[] = [];
    let next = 0;
    const began = performance.now();
    const worker = async () => {
      for (let n = next++; n < count; n = next++) {
        const start = performance.now();
        await store.receive(aMessage(`${atOnce} ${n}`), at);
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const perSecond = Math.round((count / (performance.now() - began)) * 1000);
    const cells = [ms(median(times)), ms(quantile(times, 0.99)), String(perSecond)].map((cell) =>
      cell.padStart(12),
    );
    process.stdout.write(`${`  ${atOnce} at once`.padEnd(16)}${cells.join('')}\n`);
  }
  await store.close();
  const began = performance.now();
  store = await openLowdbStore({ folder });
  process.stdout.write(`start with 41,000 unhandled entries: ${ms(performance.now() - began)}\n`);
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
