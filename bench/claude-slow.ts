import { createInterface } from 'node:readline';
import { startClaudeServer } from '../test/support/claude-server.ts';
import { likeClaude } from '../test/support/like-claude.ts';

/** A Claude in a process of its own that thinks for a while about everything. A line is answered with what it saw. */
const afterMs = Number(process.env.LATENCY_MS);
const answeredAt: number[] = [];
let atOnce = 0;
let most = 0;
const server = await startClaudeServer((asked) => {
  atOnce += 1;
  most = Math.max(most, atOnce);
  setTimeout(() => {
    atOnce -= 1;
    answeredAt.push(performance.now());
  }, afterMs);
  return { ...likeClaude(asked), afterMs };
});
process.stdout.write(`${server.url}\n`);
createInterface({ input: process.stdin }).on('line', () => {
  process.stdout.write(`${JSON.stringify({ answered: answeredAt.length, most, ...steady() })}\n`);
});
process.once('SIGTERM', () => process.exit(0));

/** Answers a second from the first tenth to the last: without the beginning and without the end, when little is left. */
function steady(): { readonly perSecond: number } {
  const [from, to] = [Math.floor(0.1 * answeredAt.length), Math.floor(0.9 * answeredAt.length)];
  const forMs = (answeredAt[to] ?? 0) - (answeredAt[from] ?? 0);
  return { perSecond: ((to - from) / forMs) * 1000 };
}
