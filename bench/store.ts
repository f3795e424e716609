import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { megabytes, ms } from './store-figures.ts';
import { fillFolder } from './store-folder.ts';

/** The embedded store: cost of a durable commit, against lowdb as it comes, and the start of a large desk. */
type Times = { readonly median: number; readonly p99: number };
type Start = {
  readonly ready: number;
  readonly indexed: number;
  readonly deaf: number;
  readonly open: number;
  readonly tickets: number;
  readonly rss: number;
  readonly peak: number;
};

const root = mkdtempSync(join(tmpdir(), 'muster-bench-'));

function measure<T>(what: string, folder: string, count: number): T {
  const script = fileURLToPath(import.meta.url).replace(/store\.(js|ts)$/, 'store-measure.$1');
  const output = execFileSync(process.execPath, [script, what, folder, String(count)]);
  return JSON.parse(output.toString());
}

function row(...cells: readonly string[]): void {
  const [first = '', ...others] = cells;
  process.stdout.write(`${first.padEnd(44)}${others.map((cell) => cell.padStart(14)).join('')}\n`);
}

function filled(open: number, closed: number): string {
  const folder = join(root, `${open}-${closed}`);
  fillFolder(folder, { open, closed });
  return folder;
}

try {
  row('durable commit, open tickets', 'median', 'p99', '50 at once');
  const medians = new Map<number, number>();
  for (const count of [1_000, 10_000, 100_000]) {
    const folder = filled(count, 0);
    const times = measure<Times>('commits', folder, count);
    const { perSecond } = measure<{ perSecond: number }>('burst', folder, count);
    medians.set(count, times.median);
    row(`  ${count}`, ms(times.median), ms(times.p99), `${Math.round(perSecond)}/s`);
    rmSync(folder, { recursive: true });
  }
  const plain = measure<Times>('plain', join(root, 'plain.json'), 10_000);
  row('  10000, lowdb as it comes, no fsync', ms(plain.median), ms(plain.p99));
  const at = (count: number) => medians.get(count) ?? Number.NaN;
  row('100,000 against 1,000 (at most 2)', (at(100_000) / at(1_000)).toFixed(2));
  row('plain lowdb against ours at 10,000 (at least 100)', Math.round(plain.median / at(10_000)).toString());

  const large = filled(3_000, 100_000);
  row('start with 3,000 open, 100,000 closed', 'ready', 'all indexed', 'longest deaf', 'memory', 'peak');
  for (const name of ['first, no index yet', 'again, with the index']) {
    const { ready, indexed, deaf, open, tickets, rss, peak } = measure<Start>('start', large, 0);
    if (open !== 3_000 || tickets !== 103_000)
      throw new Error(`${open} open of ${tickets} tickets were found`);
    row(`  ${name}`, ms(ready), ms(indexed), ms(deaf), megabytes(rss), megabytes(peak));
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
