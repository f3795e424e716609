import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * Build time, memory and query time of our search beside MiniSearch with its defaults, in one run, each in a process of
 * its own; and how long our search takes to come back from what was kept.
 */
const sizes = [10_000, 100_000];
const child = fileURLToPath(new URL('./search-child.js', import.meta.url));
const Figures = z.object({
  buildMs: z.number(),
  memoryMb: z.number(),
  p50: z.number(),
  p95: z.number(),
  saveMs: z.number().optional(),
  loadMs: z.number().optional(),
  fileMb: z.number().optional(),
});
type Figures = z.infer<typeof Figures>;

for (const size of sizes) {
  const ours = measure('ours', size);
  const theirs = measure('minisearch', size);
  say(`${size.toLocaleString('en-US')} passages, 200 questions, 10 results`);
  say(row('', 'build ms', 'memory MB', 'p50 ms', 'p95 ms'));
  say(row('ours', ...cells(ours)));
  say(row('minisearch', ...cells(theirs)));
  say(row('minisearch / ours', ...ratios(theirs, ours)));
  const { saveMs = 0, loadMs = 0, fileMb = 0 } = ours;
  const file = `${fileMb.toFixed(0)} MB`;
  say(`ours, kept for the next start: ${ms(saveMs)} to keep (${file}), ${ms(loadMs)} to come back`);
  say('');
}

function measure(engine: string, size: number): Figures {
  const flags = ['--expose-gc', '--max-old-space-size=6144', child, engine, String(size)];
  return Figures.parse(JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })));
}

function numbersOf({ buildMs, memoryMb, p50, p95 }: Figures): readonly number[] {
  return [buildMs, memoryMb, p50, p95];
}

function cells(figures: Figures): readonly string[] {
  return numbersOf(figures).map((value) => value.toFixed(value < 100 ? 2 : 0));
}

function ratios(one: Figures, other: Figures): readonly string[] {
  const others = numbersOf(other);
  return numbersOf(one).map((value, at) => (value / (others[at] ?? 1)).toFixed(1));
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function row(...columns: readonly string[]): string {
  return columns.map((column, at) => (at === 0 ? column.padEnd(20) : column.padStart(12))).join('');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
