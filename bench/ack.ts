import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './ack-children.ts';
import { anEvent, botToken, sendAll, signingSecret } from './ack-load.ts';
import { fillFolder, requests } from './draft-workspace.ts';
import { median, ms, quantile } from './store-figures.ts';

/**
 * How quickly Slack is acknowledged: the desk, which has every event on disk first, beside a bare Bolt app that forgets
 * everything. Both run as processes of their own on this machine and take turns. Goals: at least 0.6 of its requests a
 * second, at most 3 times its p99, and no acknowledgement over 3 s while 1,000 tickets are judged.
 */
const rounds = 7;
const eventsARound = 4_000;
const connections = 50;

const folder = mkdtempSync(join(tmpdir(), 'muster-bench-ack-'));
const settings = join(folder, 'desk.yaml');
const data = join(folder, 'data');
writeFileSync(settings, 'desk: { name: Bench }\n');
await fillFolder(data);
const practice = await startChild('ack-practice', {});
const desk = await startChild('ack-desk', {
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: practice.said,
  MUSTER_CONFIG: settings,
  MUSTER_DATA: data,
});
const bare = await startChild('ack-bare', {});

/** Thanks in the intake channel: kept, looked at and put aside. */
const chatter = () =>
  Array.from({ length: eventsARound }, (_, index) =>
    anEvent({
      channel: 'C01SUPPORT',
      user: `U1${index % 1000}`,
      text: 'Thanks everyone, works again',
    }),
  );
const sides = { bare: Number(bare.said), desk: Number(desk.said) };
const measured = {
  bare: { perSecond: [] as number[], p99: [] as number[] },
  desk: { perSecond: [] as number[], p99: [] as number[] },
};

try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['bare', 'desk'] as const) : (['desk', 'bare'] as const)) {
      const load = await sendAll(sides[side], chatter(), connections);
      if (load.refused > 0) throw new Error(`${load.refused} were not acknowledged by ${side}`);
      await desk.ask('idle?');
      // The first round warms both up.
      if (round === 0) continue;
      measured[side].perSecond.push(load.perSecond);
      measured[side].p99.push(quantile(load.acksMs, 0.99));
    }
  }
  const { bare: a, desk: b } = measured;
  const row = (...cells: string[]) =>
    process.stdout.write(
      `${cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(14))).join('')}\n`,
    );
  row(`${connections} connections, ${rounds} rounds`, 'bare Bolt', 'desk', 'desk / bare');
  row(
    'requests a second',
    median(a.perSecond).toFixed(0),
    median(b.perSecond).toFixed(0),
    (median(b.perSecond) / median(a.perSecond)).toFixed(2),
  );
  row('p99', ms(median(a.p99)), ms(median(b.p99)), (median(b.p99) / median(a.p99)).toFixed(2));

  const texts = requests(1000);
  const tickets = texts.map((text, index) => anEvent({ channel: 'C01SUPPORT', user: `U1${index}`, text }));
  const acks = [...(await sendAll(sides.desk, tickets, connections)).acksMs];
  let idle = false;
  const began = performance.now();
  const judged = desk.ask('idle?').then(() => {
    idle = true;
  });
  while (!idle) {
    const trickle = [anEvent({ channel: 'C01SUPPORT', user: 'U10', text: 'Thanks' })];
    acks.push(...(await sendAll(sides.desk, trickle, 1)).acksMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await judged;
  row('while 1,000 tickets are judged');
  row('  largest acknowledgement', '', ms(Math.max(...acks)));
  row('  p99', '', ms(quantile(acks, 0.99)));
  row('  all judged after', '', `${((performance.now() - began) / 1000).toFixed(1)} s`);
  row('  messages the desk said', '', await practice.ask('said?'));
} finally {
  await desk.stop();
  await bare.stop();
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
}
