import { createInterface } from 'node:readline';
import { startClaudeServer } from '../test/support/claude-server.ts';
import { likeClaude } from '../test/support/like-claude.ts';

/** A Claude in a process of its own that thinks for a while about everything. A line is answered with what it saw. */
const afterMs = Number(process.env.LATENCY_MS);
let first: number | undefined;
let last = 0;
let atOnce = 0;
let most = 0;
const server = await startClaudeServer((asked) => {
  first ??= performance.now();
  atOnce += 1;
  most = Math.max(most, atOnce);
  setTimeout(() => {
    atOnce -= 1;
    last = performance.now();
  }, afterMs);
  return { ...likeClaude(asked), afterMs };
});
process.stdout.write(`${server.url}\n`);
createInterface({ input: process.stdin }).on('line', () => {
  const seen = { answered: server.asked.length, most, forMs: last - (first ?? 0) };
  process.stdout.write(`${JSON.stringify(seen)}\n`);
});
process.once('SIGTERM', () => process.exit(0));
