import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersonas } from './agents/load-personas.ts';
import { blockProblems, viewProblems } from './chat/slack/limits.ts';
import { openSlackChat } from './chat/slack/slack-chat.ts';
import { systemClock } from './clock.ts';
import { type Config, loadConfig } from './config.ts';
import { DeskError } from './domain/errors.ts';
import { createOfflineEngine } from './engines/offline/offline-engine.ts';
import { createLog } from './log.ts';
import type { Log } from './ports.ts';
import { practiceContentFolder } from './practice/content/content-folder.ts';
import { fillDesk } from './practice/fill-desk.ts';
import { startWorkspace } from './practice/workspace.ts';
import { projectRoot } from './project-root.ts';
import { runDesk } from './run-desk.ts';
import { createSearch } from './search/desk-search.ts';
import { openLowdbStore } from './stores/lowdb/lowdb-store.ts';

type Running = { readonly line: string; stop(): Promise<void> };

/** Starts the desk and keeps it running until it is asked to stop. */
export async function start(): Promise<void> {
  const config = loadConfig(join(practiceContentFolder(), 'desk.yaml'));
  const practice = config.mode === 'practice';
  const log = createLog({
    level: config.logLevel ?? (practice ? 'warn' : 'info'),
    to: practice ? 'stderr' : 'stdout',
  });
  for (const name of config.unused)
    log.warn('a setting is given that this version does not use yet', { name });
  const running = practice ? await startPracticeDesk(config, log) : await startSlackDesk(config, log);
  process.stdout.write(`${running.line}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

const clock = systemClock();

async function startPracticeDesk(config: Config, log: Log): Promise<Running> {
  const workspace = await startWorkspace({
    port: config.port,
    validate: { blocks: blockProblems, view: viewProblems },
  });
  // The practice workspace begins anew at each start, and so does its desk.
  const folder = await mkdtemp(join(tmpdir(), 'muster-practice-'));
  const store = await openLowdbStore({ folder, log });
  const { practice, botToken, signingSecret } = workspace;
  const chat = openSlackChat({
    botToken,
    signingSecret,
    apiUrl: practice.apiUrl,
    host: '127.0.0.1',
    port: 0,
    log,
    clock,
  });
  const [channel] = await chat.resolve(config.channels.intake[0] ?? '#support');
  await fillDesk(store, { now: clock.now(), channel: channel ?? '', personId: (id) => `slack:${id}` });
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const ports = { chat, store, engine: createOfflineEngine(), search: createSearch(), clock, log };
  const running = await runDesk(ports, { config, personas });
  await running.searchReady;
  practice.connect(`http://127.0.0.1:${chat.address()?.port}/slack/events`);
  return {
    line: `Practice workspace: ${practice.url}`,
    async stop() {
      await running.stop();
      await practice.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startSlackDesk(config: Config, log: Log): Promise<Running> {
  const { slack, host, port } = config;
  if (!slack) throw new Error('Slack is not configured');
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const store = await openLowdbStore({ folder: config.dataFolder, log });
  const chat = openSlackChat({
    ...slack,
    signingSecret: slack.signingSecret ?? '',
    host,
    port,
    log,
    clock,
    onFatal(error) {
      log.error('the connection to Slack is beyond repair; stopping so that it can be started anew', {
        error,
      });
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    },
  });
  const ports = { chat, store, engine: createOfflineEngine(), search: createSearch(), clock, log };
  try {
    const running = await runDesk(ports, { config, personas });
    return {
      line: `${config.desk.name} is open. ${chat.health().detail}`,
      async stop() {
        await running.stop();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof DeskError ? error.message : String(error)}\n`);
  process.exit(1);
});
