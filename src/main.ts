import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersonas } from './agents/load-personas.ts';
import { diagnoseSlack } from './chat/slack/diagnose.ts';
import { blockProblems, viewProblems } from './chat/slack/limits.ts';
import { requiredScopes } from './chat/slack/manifest/scopes.ts';
import { openSlackChat, type SlackChat, type SlackChatOptions } from './chat/slack/slack-chat.ts';
import { systemClock } from './clock.ts';
import { channelReferences } from './config/channel-references.ts';
import { type Config, loadConfig } from './config.ts';
import { DeskError, Misconfigured, Unreachable } from './domain/errors.ts';
import { endWhenAsked } from './end-when-asked.ts';
import { healthRoutes } from './health.ts';
import { createExperience } from './learning/experience.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openEngine } from './open-engine.ts';
import type { Clock, Log } from './ports.ts';
import { practiceContentFolder } from './practice/content/content-folder.ts';
import { fillDesk } from './practice/fill-desk.ts';
import type { Practice } from './practice/practice-server.ts';
import { timedDesk } from './practice/timed-desk.ts';
import { startWorkspace } from './practice/workspace.ts';
import { projectRoot } from './project-root.ts';
import { type RunningDesk, runDesk } from './run-desk.ts';
import { createSearch } from './search/desk-search.ts';
import { keepSearchIn } from './search-file.ts';
import { openLowdbStore } from './stores/lowdb/lowdb-store.ts';
import { waitForChat } from './wait-for-chat.ts';

/** Starts the desk and keeps it running until it is asked to stop. */
async function start(): Promise<void> {
  const config = loadConfig(join(practiceContentFolder(), 'desk.yaml'));
  const isPractice = config.mode === 'practice';
  // In practice standard output is kept for the one line with the address.
  const log = createLog({
    level: config.logLevel ?? (isPractice ? 'warn' : 'info'),
    to: isPractice ? 'stderr' : 'stdout',
  });
  for (const setting of config.unused) log.warn('setting_not_used_yet', { setting });
  const end = endWhenAsked();
  const running = isPractice ? await startPractice(config, log) : await startSlack(config, log);
  end.ready(() => running.stop());
  // A log that is read by a program consists of JSON lines alone.
  const isLogRead = !isPractice && !process.stdout.isTTY;
  (isLogRead ? process.stderr : process.stdout).write(`${running.line}\n`);
}

type Running = { readonly line: string; stop(): Promise<void> };
type Connection = Pick<
  SlackChatOptions,
  'botToken' | 'signingSecret' | 'appToken' | 'apiUrl' | 'host' | 'port'
>;

async function startSlack(config: Config, log: Log): Promise<Running> {
  const { slack, host, port } = config;
  if (!slack) throw new Misconfigured('Slack is not configured');
  const { agents, managers } = config.people;
  if (agents.length + managers.length === 0) log.warn('nobody_may_answer', { setting: 'people.agents' });
  const connection = { ...slack, signingSecret: slack.signingSecret ?? '', host, port };
  const { running, chat, engineLine } = await openDesk({
    config,
    log,
    clock: systemClock(),
    folder: config.dataFolder,
    connection,
  });
  void tellSetupProblems(slack, config, log);
  return {
    line: `${config.desk.name} is open. ${chat.health().detail} ${engineLine}`,
    stop: async () => void (await running.stop()),
  };
}

/** A desk outside its channels hears nothing and would never notice: what the doctor finds in Slack is said in the log. */
async function tellSetupProblems(
  { botToken, apiUrl }: Pick<Connection, 'botToken' | 'apiUrl'>,
  config: Config,
  log: Log,
): Promise<void> {
  try {
    const setup = { botToken, apiUrl, channels: channelReferences(config), people: [] };
    for (const { level, what, effect, repair } of await diagnoseSlack(setup)) {
      if (level !== 'ok') log.warn('setup_problem', { what, effect, repair });
    }
  } catch (error) {
    log.warn('setup_not_checked', { error });
  }
}

/** A workspace of our own with a desk in it. Both begin anew at each start. */
async function startPractice(config: Config, log: Log): Promise<Running> {
  const validate = { blocks: blockProblems, view: viewProblems };
  const { practice, botToken, signingSecret } = await startWorkspace({
    port: config.port,
    validate,
    scopes: requiredScopes,
  });
  const folder = await mkdtemp(join(tmpdir(), 'muster-practice-'));
  // However it ends, also in the middle of its start.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const connection = { botToken, signingSecret, apiUrl: practice.apiUrl, host: '127.0.0.1', port: 0 };
  const { clock } = practice;
  const { running, chat, engineLine } = await openDesk({ config, log, clock, folder, connection, practice });
  await Promise.all([running.searchReady, running.learned]);
  practice.connect(`http://127.0.0.1:${chat.address()?.port}/slack/events`);
  return {
    line: [`Practice workspace: ${practice.url}`, ...(config.claude.apiKey ? [engineLine] : [])].join('\n'),
    async stop() {
      // Otherwise the time in which the desk may end its work is over at once.
      practice.control.stay({});
      await running.stop();
      await practice.close();
    },
  };
}

/** The parts of a desk on Slack with the embedded store, connected. */
async function openDesk(plan: {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly folder: string;
  readonly connection: Connection;
  readonly practice?: Practice;
}): Promise<{ readonly running: RunningDesk; readonly chat: SlackChat; readonly engineLine: string }> {
  const { config, log, clock, connection, practice } = plan;
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const store = await openLowdbStore({ folder: plan.folder, log, clock: () => new Date(clock.now()) });
  try {
    let running: RunningDesk | undefined;
    const { engine, line: engineLine } = await openEngine({ config, store, clock, log });
    const scheduler = { stats: () => running?.scheduler.stats() };
    const metrics = createMetrics({ store, clock, scheduler, engine });
    const chat: SlackChat = openSlackChat({
      ...connection,
      routes: healthRoutes({ store, clock, metrics, chat: { health: () => chat.health() } }),
      log,
      clock,
      onFatal(error) {
        log.error('slack_connection_lost', { error });
        process.exitCode = 1;
        process.kill(process.pid, 'SIGTERM');
      },
    });
    if (practice) {
      practice.follow(timedDesk(store, async () => running?.scheduler.idle()));
      const [channel = ''] = await chat.resolve(config.channels.intake[0] ?? '#support');
      await fillDesk(store, { now: clock.now(), channel, personId: (id) => `slack:${id}` });
    } else {
      await waitForChat(() => chat.resolve(config.channels.intake[0] ?? '#support'), { clock, log });
    }
    const search = createSearch();
    const ports = {
      chat,
      rooms: chat.rooms,
      store,
      engine,
      search,
      experience: createExperience(),
      clock,
      log,
    };
    // The practice workspace begins anew at each start.
    const keeper = practice ? undefined : keepSearchIn(join(plan.folder, 'search.bin'), search);
    running = await runDesk(ports, {
      config,
      personas,
      stored: metrics.acked,
      fired: metrics.fired,
      ...(keeper === undefined ? {} : { keeper }),
      ...(practice === undefined ? {} : { monotonicMs: practice.monotonicMs }),
    });
    return { running, chat, engineLine };
  } catch (error) {
    await store.close();
    throw error;
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${whyNotStarted(error)}\n`);
  process.exit(1);
});

/** Our own refusals say what to do; anything else is a fault of the program and keeps its stack. */
function whyNotStarted(error: unknown): string {
  if (error instanceof Unreachable) {
    return `The desk did not start. ${error.message}. Check the network of this machine and SLACK_API_URL, then start again.`;
  }
  if (error instanceof DeskError) return error.message;
  return error instanceof Error ? `${error.stack}` : String(error);
}
