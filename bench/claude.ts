import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claudeKey } from '../test/support/claude-server.ts';
import { type Child, startChild } from './ack-children.ts';
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
const rulesMs = 25_000;
const openingMs = 5000;

const folder = mkdtempSync(join(tmpdir(), 'muster-bench-claude-'));
const settings = join(folder, 'desk.yaml');
writeFileSync(settings, `desk: { name: Bench }\nengine: { concurrency: ${concurrency} }\n`);
const claude = await startChild('claude-slow', { LATENCY_MS: String(latencyMs) });
const practice = await startChild('ack-practice', {});
/** A desk on its own folder, on the same Slack. */
async function openDesk(name: string, env: Readonly<Record<string, string>> = {}) {
  const data = join(folder, name);
  await fillFolder(data);
  return startChild('ack-desk', {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: practice.said,
    MUSTER_CONFIG: settings,
    MUSTER_DATA: data,
    ...env,
  });
}

/** Thanks in the intake channel every 20 ms, until it is over: how long each waited for its acknowledgement. */
async function trickle(
  desk: Child,
  isOver: () => boolean,
  every: (index: number) => Promise<void> = async () => undefined,
): Promise<readonly number[]> {
  const port = Number(desk.said);
  const acks: number[] = [];
  for (let index = 0; !isOver(); index += 1) {
    await every(index);
    const event = anEvent({ channel: 'C01SUPPORT', user: 'U1999', text: 'Thanks everyone, works again' });
    acks.push(...(await sendAll(port, [event], 1)).acksMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return acks;
}

const row = (...cells: string[]) =>
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? cell.padEnd(54) : cell.padStart(12))).join('')}\n`,
  );
const acksRow = (name: string, acks: readonly number[]) =>
  row(name, ms(quantile(acks, 0.5)), ms(quantile(acks, 0.99)), ms(Math.max(...acks)), String(acks.length));
const ticket = (text: string, index: number) => anEvent({ channel: 'C01SUPPORT', user: `U1${index}`, text });
const texts = requests(tickets);

/** The rules judge tickets that come at the pace at which Claude could answer them. */
async function withRules(): Promise<readonly number[]> {
  const desk = await openDesk('rules');
  try {
    const everyMs = (2 * latencyMs) / concurrency;
    const began = performance.now();
    let sent = 0;
    return await trickle(
      desk,
      () => performance.now() > began + rulesMs,
      async () => {
        if (performance.now() < began + sent * everyMs) return;
        await sendAll(Number(desk.said), [ticket(texts[sent % tickets] ?? '', sent)], 1);
        sent += 1;
      },
    );
  } finally {
    await desk.ask('idle?');
    await desk.stop();
  }
}

/** All tickets at once: Claude has always something to do. The first seconds, while they open, are told apart. */
async function withClaude() {
  const desk = await openDesk('claude', {
    ANTHROPIC_API_KEY: claudeKey,
    ANTHROPIC_BASE_URL: claude.said,
  });
  try {
    await sendAll(Number(desk.said), texts.map(ticket), 10);
    let isJudged = false;
    const judged = desk.ask('idle?').then(() => {
      isJudged = true;
    });
    const opened = performance.now() + openingMs;
    const opening = await trickle(desk, () => isJudged || performance.now() > opened);
    const asking = await trickle(desk, () => isJudged);
    await judged;
    return { opening, asking };
  } finally {
    await desk.stop();
  }
}

try {
  const rules = await withRules();
  const { opening, asking } = await withClaude();
  const seen: { answered: number; most: number; perSecond: number } = JSON.parse(await claude.ask('seen?'));
  const possible = (concurrency / latencyMs) * 1000;
  row(`${tickets} tickets, ${seen.answered} questions of ${latencyMs / 1000} s, ${concurrency} at once`);
  row('  most at once', String(seen.most));
  row('  questions answered a second', seen.perSecond.toFixed(2));
  row('  possible: concurrency ÷ latency', possible.toFixed(2));
  row('  share of it', (seen.perSecond / possible).toFixed(3));
  row('acknowledgements', 'p50', 'p99', 'largest', 'count');
  acksRow('  while the rules judge as many tickets a second', rules);
  acksRow('  while Claude is asked', asking);
  acksRow(`  in the first ${openingMs / 1000} s, while all tickets open`, opening);
} finally {
  await practice.stop();
  await claude.stop();
  rmSync(folder, { recursive: true, force: true });
}
