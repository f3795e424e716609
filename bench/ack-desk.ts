import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadPersonas } from '../src/agents/load-personas.ts';
import { openSlackChat } from '../src/chat/slack/slack-chat.ts';
import { systemClock } from '../src/clock.ts';
import { loadConfig } from '../src/config.ts';
import { createExperience } from '../src/learning/experience.ts';
import { createLog } from '../src/log.ts';
import { openEngine } from '../src/open-engine.ts';
import { projectRoot } from '../src/project-root.ts';
import { runDesk } from '../src/run-desk.ts';
import { createSearch } from '../src/search/desk-search.ts';
import { openLowdbStore } from '../src/stores/lowdb/lowdb-store.ts';

/** The whole desk as in production, but as fast as Slack answers. A line on its input is answered when it is idle. */
const config = loadConfig();
const log = createLog({ level: 'error', to: 'stderr' });
const clock = systemClock();
const store = await openLowdbStore({ folder: config.dataFolder, log });
const slack = config.slack ?? { botToken: '', signingSecret: '' };
const connection = { ...slack, signingSecret: slack.signingSecret ?? '', host: '127.0.0.1', port: 0 };
const chat = openSlackChat({ ...connection, log, clock });
const ports = {
  chat,
  rooms: chat.rooms,
  store,
  engine: (await openEngine({ config, store, clock, log })).engine,
  search: createSearch(),
  experience: createExperience(),
  clock,
  log,
};
const personas = await loadPersonas(join(projectRoot(), 'personas'));
const running = await runDesk(ports, { config, personas, pace: 'none' });
await running.searchReady;
process.stdout.write(`${chat.address()?.port}\n`);
createInterface({ input: process.stdin }).on('line', () => {
  running.scheduler.idle().then(
    () => process.stdout.write('idle\n'),
    () => process.exit(1),
  );
});
process.once('SIGTERM', () => {
  running.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
