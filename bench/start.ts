import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { startPractice } from '../src/practice/practice-server.ts';
import { botToken, signingSecret } from './ack-load.ts';
import { benchWorkspace } from './draft-workspace.ts';
import { median, ms } from './store-figures.ts';

/** Cold start: from the command to the line that says the desk is open, on this Node and on Node 24, taking turns. */
const rounds = 7;
const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-start-'));
const settings = join(folder, 'desk.yaml');
writeFileSync(settings, 'desk: { name: Bench }\n');
const practice = await startPractice(benchWorkspace(5));

const slack = {
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: practice.apiUrl,
  MUSTER_CONFIG: settings,
};
const kinds = { 'desk on Slack, empty': slack, 'practice workspace, filled': { MUSTER_CONFIG: '' } };

try {
  const nodes = [process.execPath, ...node24()];
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const node of nodes) {
      for (const [kind, env] of Object.entries(kinds)) {
        const took = await coldStart(node, env, join(folder, `data-${round}-${times.size}`));
        const name = `${execFileSync(node, ['-v'], { encoding: 'utf8' }).trim()}  ${kind}`;
        // The first round warms the file cache.
        times.set(name, [...(times.get(name) ?? []), ...(round === 0 ? [] : [took])]);
      }
    }
  }
  for (const [name, took] of times)
    process.stdout.write(`${name.padEnd(44)}${ms(median(took)).padStart(14)}\n`);
} finally {
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
}

async function coldStart(node: string, env: Record<string, string>, data: string): Promise<number> {
  const began = performance.now();
  const child = spawn(node, ['--enable-source-maps', main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'error',
      MUSTER_DATA: data,
      ...env,
    },
  });
  await saysThatItIsOpen([child.stdout, child.stderr]);
  const took = performance.now() - began;
  child.kill('SIGTERM');
  await once(child, 'close');
  return took;
}

/** The practice workspace says it on standard output, a desk whose log a program reads beside it. */
async function saysThatItIsOpen(streams: readonly Readable[]): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const stream of streams) {
      stream.on('data', (chunk: Buffer) => {
        if (/ is open\.|^Practice workspace: /m.test(chunk.toString('utf8'))) resolve();
      });
    }
  });
}

/** The binary that the `node` package brings; none, with a line, where it cannot be fetched. */
function node24(): string[] {
  const binary = join(folder, 'node_modules', 'node', 'bin', 'node');
  try {
    execFileSync('npm', ['install', '--no-save', '--prefix', folder, 'node@24'], {
      stdio: 'ignore',
      timeout: 180_000,
    });
  } catch {
    // No network: the figures of this Node are still worth having.
  }
  if (existsSync(binary)) return [binary];
  process.stdout.write('Node 24 could not be fetched; only this Node is measured\n');
  return [];
}
