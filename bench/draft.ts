import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Practice, startPractice } from '../src/practice/practice-server.ts';
import { startChild } from './ack-children.ts';
import { botToken, signingSecret } from './ack-load.ts';
import { benchWorkspace, fillFolder, requests } from './draft-workspace.ts';
import { ms, quantile } from './store-figures.ts';

/**
 * From a message to its card with the draft, on the practice server with the offline engine and 30 articles, Slack's
 * pace lifted. Goals, one at a time: p50 300 ms, p95 1 s. Then 1,000 messages at once.
 */
const alone = 100;
const burst = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'muster-bench-draft-'));
const settings = join(folder, 'desk.yaml');
writeFileSync(settings, 'desk: { name: Bench }\n');
const data = join(folder, 'data');
await fillFolder(data);
const practice = await startPractice(benchWorkspace(alone + burst));
const desk = await startChild('ack-desk', {
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: practice.apiUrl,
  MUSTER_CONFIG: settings,
  MUSTER_DATA: data,
});
practice.connect(`http://127.0.0.1:${desk.said}/slack/events`);
const texts = requests(alone + burst);

try {
  const times: number[] = [];
  for (let index = 0; index < alone; index += 1) {
    const before = cards(practice);
    const began = performance.now();
    write(index);
    await untilCards(before + 1);
    times.push(performance.now() - began);
    await desk.ask('idle?');
  }
  const row = (name: string, value: string) =>
    process.stdout.write(`${name.padEnd(44)}${value.padStart(14)}\n`);
  row(`message to drafted card, ${alone} one at a time, p50`, ms(quantile(times, 0.5)));
  row('  p95', ms(quantile(times, 0.95)));
  row('  largest', ms(Math.max(...times)));

  const before = cards(practice);
  const began = performance.now();
  for (let index = alone; index < alone + burst; index += 1) write(index);
  await untilCards(before + burst);
  const carded = performance.now() - began;
  await practice.idle();
  await desk.ask('idle?');
  const all = performance.now() - began;
  row(`${burst} messages at once: all have a card after`, `${(carded / 1000).toFixed(1)} s`);
  row('  everything judged, drafted and said after', `${(all / 1000).toFixed(1)} s`);
  row('  tickets a second', (burst / (all / 1000)).toFixed(1));
  row('  cards with a draft or the reason for none', String(drafted(practice)));
} finally {
  await desk.stop();
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
}

function write(index: number): void {
  practice.control.say({ as: `U1${index}`, channel: 'C01SUPPORT', text: texts[index] ?? '' });
}

function cards(workspace: Practice): number {
  return workspace
    .state()
    .messages.filter(
      ({ channel, threadTs, user }) =>
        channel === 'C02TRIAGE' && user === 'U0MUSTER' && threadTs === undefined,
    ).length;
}

function drafted(workspace: Practice): number {
  return workspace
    .state()
    .messages.filter(
      ({ channel, blocks }) =>
        channel === 'C02TRIAGE' && /"(Draft|No draft)"/.test(JSON.stringify(blocks ?? [])),
    ).length;
}

async function untilCards(count: number): Promise<void> {
  while (cards(practice) < count) await new Promise((resolve) => setTimeout(resolve, 2));
}
