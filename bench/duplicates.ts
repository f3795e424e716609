import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * How long it takes to find the likely duplicates of a new ticket of about 130 words, beside MiniSearch with its
 * defaults asked for the same words, in one run; build time and memory too.
 */
const sizes = [10_000, 100_000];
const engines = { ours: 1000, minisearch: 5 };
const child = fileURLToPath(new URL('./duplicates-child.js', import.meta.url));
const Figures = z.object({
  buildMs: z.number(),
  memoryMb: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

for (const size of sizes) {
  say(`${size.toLocaleString('en-US')} tickets`);
  say(row('', 'asked', 'build ms', 'memory MB', 'p50 ms', 'p95 ms', 'p99 ms'));
  for (const [engine, questions] of Object.entries(engines)) {
    const flags = [
      '--expose-gc',
      '--max-old-space-size=6144',
      child,
      engine,
      String(size),
      String(questions),
    ];
    const figures = Figures.parse(JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })));
    const { buildMs, memoryMb, p50, p95, p99 } = figures;
    const cells = [questions, buildMs, memoryMb, p50, p95, p99].map((value) =>
      Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 2 : 0),
    );
    say(row(engine, ...cells));
  }
  say('');
}

function row(...columns: readonly string[]): string {
  return columns.map((column, at) => (at === 0 ? column.padEnd(14) : column.padStart(12))).join('');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
