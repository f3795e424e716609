import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/project-root.ts';
import { builtFile } from './built.ts';
import { eventually } from './eventually.ts';

export type DeskProcess = {
  readonly pid: number;
  /** Everything printed so far. */
  output(): string;
  /** What of it went to standard output. */
  facts(): string;
  /** Resolves when the process has said that it is open; rejects when it ended instead. */
  opened(): Promise<void>;
  /** Resolves when everything due is done and everything owed is said. Only of a fast desk. */
  idle(): Promise<void>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ readonly code: number | null; readonly tookMs: number }>;
  /** How it ended, once it has. */
  ended(): Promise<number | null>;
};

type Variables = Readonly<Record<string, string>>;

/** The desk as it is run in production: `main.js` with this environment and no other settings. */
export async function startDesk(env: Variables): Promise<DeskProcess> {
  return processOf([await builtFile('src/main.ts')], env);
}

/**
 * The same desk without Slack's pace, which tells when it has nothing left to do. `CLOCK_AHEAD_MS` in its environment
 * sets its clock ahead of the machine's.
 */
export async function startFastDesk(env: Variables): Promise<DeskProcess> {
  return processOf(['--input-type=module', '-e', await fastDesk()], env);
}

/** A port that was free a moment ago, for a desk that must come back at the same address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function fastDesk(): Promise<string> {
  const from = async (path: `src/${string}`) => JSON.stringify(pathToFileURL(await builtFile(path)).href);
  return `
    import { createInterface } from 'node:readline';
    import { loadPersonas } from ${await from('src/agents/load-personas.ts')};
    import { openSlackChat } from ${await from('src/chat/slack/slack-chat.ts')};
    import { systemClock } from ${await from('src/clock.ts')};
    import { loadConfig } from ${await from('src/config.ts')};
    import { laterBy } from ${await from('src/domain/time.ts')};
    import { createOfflineEngine } from ${await from('src/engines/offline/offline-engine.ts')};
    import { createExperience } from ${await from('src/learning/experience.ts')};
    import { createLog } from ${await from('src/log.ts')};
    import { runDesk } from ${await from('src/run-desk.ts')};
    import { createSearch } from ${await from('src/search/desk-search.ts')};
    import { openLowdbStore } from ${await from('src/stores/lowdb/lowdb-store.ts')};
    const config = loadConfig();
    const log = createLog({ level: 'error', to: 'stderr' });
    const machine = systemClock();
    const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);
    const clock = {
      now: () => laterBy(machine.now(), aheadMs),
      sleepUntil: (at, signal) => machine.sleepUntil(laterBy(at, -aheadMs), signal),
    };
    const store = await openLowdbStore({ folder: config.dataFolder, log });
    const chat = openSlackChat({ ...config.slack, host: config.host, port: config.port, log, clock });
    const ports = { chat, rooms: chat.rooms, store, engine: createOfflineEngine(), search: createSearch(), experience: createExperience(), clock, log };
    const personas = await loadPersonas('personas');
    const running = await runDesk(ports, { config, personas, pace: 'none' });
    process.stdout.write('open\\n');
    createInterface({ input: process.stdin }).on('line', async () => {
      await running.scheduler.idle();
      process.stdout.write('idle\\n');
    });
    process.once('SIGTERM', () => running.stop().then(() => process.exit(0), () => process.exit(1)));`;
}

const running = new Set<ChildProcess>();

/** Ends every desk a test has left running. */
export async function endDesks(): Promise<void> {
  for (const child of [...running]) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

function processOf(args: readonly string[], env: Variables): DeskProcess {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
  });
  running.add(child);
  let text = '';
  let facts = '';
  child.stdout.on('data', (chunk: Buffer) => {
    facts += chunk.toString('utf8');
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  // A killed desk cannot be asked anything any more.
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').then(([code]) => {
    running.delete(child);
    return typeof code === 'number' ? code : null;
  });
  return {
    pid: child.pid ?? 0,
    output: () => text,
    facts: () => facts,
    ended: () => closed,
    async opened() {
      const isOpen = () => /^open$|is open\./m.test(text);
      const failed = closed.then((code) => {
        throw new Error(`The desk ended with ${code}:\n${text}`);
      });
      failed.catch(() => undefined);
      await Promise.race([eventually(isOpen, () => `an open desk: ${text}`, 60_000), failed]);
    },
    async idle() {
      const before = text.split('idle\n').length;
      child.stdin.write('idle?\n');
      await eventually(
        () => text.split('idle\n').length > before,
        () => `an idle desk: ${text.slice(-2000)}`,
        300_000,
      );
    },
    async end(signal) {
      const startedAt = Date.now();
      child.kill(signal);
      return { code: await closed, tookMs: Date.now() - startedAt };
    },
  };
}
