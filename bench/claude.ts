import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claudeKey } from '../test/support/claude-server.ts';
import { startChild } from './ack-children.ts';
import { anEvent, botToken, sendAll, signingSecret } from './ack-load.ts';
import { fillFolder, requests } from './draft-workspace.ts';
import { ms, quantile } from './store-figures.ts';

/**
 * The desk with a Claude that takes 2 s for each of the two questions about a ticket. Goals: within 10 % of concurrency
 * ÷ latency, and acknowledgements as quick as while nothing is asked.
 */
const tickets = 160;
const concurrency = 16;
const latencyMs = 2000;
const quietMs = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'muster-bench-claude-'));
const settings = join(folder, 'desk.yaml');
const data = join(folder, 'data');
writeFileSync(settings, `desk: { name: Bench }\nengine: { concurrency: ${concurrency} }\n`);
await fillFolder(data);
const claude = await startChild('claude-slow', { LATENCY_MS: String(latencyMs) });
const practice = await startChild('ack-practice', {});
const desk = await startChild('ack-desk', {
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: practice.said,
  MUSTER_CONFIG: settings,
  MUSTER_DATA: data,
  ANTHROPIC_API_KEY: claudeKey,
  ANTHROPIC_BASE_URL: claude.said,
});
const port = Number(desk.said);

/** Thanks in the intake channel every 20 ms, until it is over: how long each waited for its acknowledgement. */
async function trickle(isOver: () => boolean): Promise<readonly number[]> {
  const acks: number[] = [];
  while (!isOver()) {
    const event = anEvent({ channel: 'C01SUPPORT', user: 'U1999', text: 'Thanks everyone, works again' });
    acks.push(...(await sendAll(port, [event], 1)).acksMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return acks;
}

try {
  const row = (...cells: string[]) =>
    process.stdout.write(
      `${cells.map((cell, index) => (index === 0 ? cell.padEnd(54) : cell.padStart(12))).join('')}\n`,
    );
  await sendAll(
    port,
    Array.from({ length: 500 }, () => anEvent({ channel: 'C01SUPPORT', user: 'U1998', text: 'Thanks' })),
    10,
  );
  await desk.ask('idle?');
  const quietUntil = performance.now() + quietMs;
  const quiet = await trickle(() => performance.now() > quietUntil);

  const events = requests(tickets).map((text, index) =>
    anEvent({ channel: 'C01SUPPORT', user: `U1${index}`, text }),
  );
  await sendAll(port, events, 10);
  let isJudged = false;
  const judged = desk.ask('idle?').then(() => {
    isJudged = true;
  });
  // While the tickets open, their cards are said too; then only Claude is waited for.
  const opening = performance.now() + 5000;
  const busy: number[] = [];
  const asking: number[] = [];
  busy.push(...(await trickle(() => isJudged || performance.now() > opening)));
  asking.push(...(await trickle(() => isJudged)));
  await judged;
  const seen: { answered: number; most: number; forMs: number } = JSON.parse(await claude.ask('seen?'));
  const possible = (concurrency / latencyMs) * 1000;
  const reached = (seen.answered / seen.forMs) * 1000;
  row(`${tickets} tickets, ${seen.answered} questions of ${latencyMs / 1000} s, ${concurrency} at once`);
  row('  most at once', String(seen.most));
  row('  questions answered a second', reached.toFixed(2));
  row('  possible: concurrency ÷ latency', possible.toFixed(2));
  row('  share of it', (reached / possible).toFixed(3));
  row('acknowledgements', 'p50', 'p99', 'largest', 'count');
  for (const [name, acks] of [
    ['  while nothing is asked', quiet],
    ['  in the first 5 s, while the tickets open', busy],
    ['  while Claude is waited for', asking],
  ] as const) {
    row(name, ms(quantile(acks, 0.5)), ms(quantile(acks, 0.99)), ms(Math.max(...acks)), String(acks.length));
  }
} finally {
  await desk.stop();
  await practice.stop();
  await claude.stop();
  rmSync(folder, { recursive: true, force: true });
}
