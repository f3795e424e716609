import { readFileSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersonas } from '../../src/agents/load-personas.ts';
import { blockProblems, viewProblems } from '../../src/chat/slack/limits.ts';
import { openSlackChat } from '../../src/chat/slack/slack-chat.ts';
import { readConfig } from '../../src/config.ts';
import { instant } from '../../src/domain/time.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { createExperience } from '../../src/learning/experience.ts';
import { createLog } from '../../src/log.ts';
import type { Engine } from '../../src/ports.ts';
import { practiceContentFolder } from '../../src/practice/content/content-folder.ts';
import { practicePeople } from '../../src/practice/content/people.ts';
import type { PracticePerson } from '../../src/practice/control.ts';
import { fillDesk } from '../../src/practice/fill-desk.ts';
import { type Practice, startPractice } from '../../src/practice/practice-server.ts';
import { signatureHeaders } from '../../src/practice/server/sign.ts';
import { projectRoot } from '../../src/project-root.ts';
import { runDesk } from '../../src/run-desk.ts';
import { createSearch } from '../../src/search/desk-search.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { lookingAt } from './looking-at.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { peopleActing } from './people-acting.ts';
import { channelId, deskKeys, idOf, journeyChannels } from './practice-names.ts';

export type DeskPlan = {
  /** Lines of desk.yaml instead of those of the practice workspace. */
  readonly settings?: (practice: string) => string;
  readonly engine?: Engine;
  /** Articles, accounts and past tickets; `nothing` starts with an empty desk. */
  readonly filled?: 'content' | 'nothing';
  /** Texts Dana wrote in #support before the desk was there, in Slack's own markup. */
  readonly written?: readonly string[];
  /** Customers beyond those of the practice workspace; they are in #support. */
  readonly customers?: readonly PracticePerson[];
  /** A clock of the test's own; otherwise one that runs and can be moved forward. */
  readonly clock?: MovableClock;
};

/** The practice workspace with the whole desk in it: real Bolt over signed HTTP, the lowdb store, no pace. */
export type PracticeDesk = Awaited<ReturnType<typeof openPracticeDesk>>;

export async function openPracticeDesk(plan: DeskPlan = {}) {
  const clock = plan.clock ?? movableClock();
  const practice = await startPractice({
    ...deskKeys,
    people: [...practicePeople, ...(plan.customers ?? [])],
    channels: journeyChannels.map((channel) =>
      channel.name === 'support'
        ? { ...channel, members: [...channel.members, ...(plan.customers ?? []).map(({ id }) => id)] }
        : channel,
    ),
    teamName: 'Larder',
    botName: 'Muster',
    now: clock.nowMs,
    retryDelaysMs: [20, 50, 100],
    validate: { blocks: blockProblems, view: viewProblems },
    seed: (plan.written ?? []).map((text, index) => ({
      channel: channelId('support'),
      user: idOf('Dana'),
      text,
      at: instant(clock.nowMs() - 1000 + index),
    })),
    commands: [{ command: '/ticket', description: 'Tickets', usageHint: '' }],
    shortcuts: [
      { callbackId: 'create_ticket', name: 'Create ticket', type: 'message' },
      { callbackId: 'new_ticket', name: 'New ticket', type: 'global' },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'muster-journey-'));
  if (plan.filled !== 'nothing') await cp(await filledFolder(), folder, { recursive: true });
  return runIn({ practice, folder, clock }, plan);
}

/** The desk ends and starts again on what it remembers, with other settings. What stands in chat stays. */
export async function restarted(desk: PracticeDesk, settings: DeskPlan['settings']): Promise<PracticeDesk> {
  await desk.running.stop();
  return runIn(desk.place, settings ? { settings } : {});
}

type Place = { readonly practice: Practice; readonly folder: string; readonly clock: MovableClock };

/** The desk, with everything it remembers in the folder. */
async function runIn({ practice, folder, clock }: Place, plan: DeskPlan) {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', to: { write: (line) => void lines.push(line) } });
  const store = await openLowdbStore({ folder, log });
  const chat = openSlackChat({
    ...deskKeys,
    appToken: undefined,
    apiUrl: practice.apiUrl,
    host: '127.0.0.1',
    port: 0,
    log,
    clock,
    timeouts: { callMs: 1000 },
  });
  const engine = plan.engine ?? createOfflineEngine();
  const ports = {
    chat,
    rooms: chat.rooms,
    store,
    engine,
    search: createSearch(),
    experience: createExperience(),
    clock,
    log,
  };
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const config = readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => settingsText(plan));
  const running = await runDesk(ports, { config, personas, pace: 'none' });
  await running.searchReady;
  await running.learned;
  const eventsUrl = `http://127.0.0.1:${chat.address()?.port}/slack/events`;
  practice.connect(eventsUrl);
  return {
    practice,
    place: { practice, folder, clock },
    running,
    store,
    lines,
    ...peopleActing(practice),
    ...lookingAt(practice, running),
    /** Gives the desk an event as Slack itself would, whatever the practice workspace knows of it. Answers the status. */
    async deliver(event: Readonly<Record<string, unknown>>): Promise<number> {
      const envelope = { type: 'event_callback', team_id: 'T0PRACTICE', api_app_id: 'A0PRACTICE' };
      const body = JSON.stringify({ ...envelope, event_id: `Ev${event.ts}`, event });
      const signed = signatureHeaders(deskKeys.signingSecret, body, Math.floor(Date.now() / 1000));
      const headers = { 'content-type': 'application/json', ...signed };
      return (await fetch(eventsUrl, { method: 'POST', headers, body })).status;
    },
    /** Moves time forward for the desk and for Slack. */
    pass(milliseconds: number) {
      clock.advance(milliseconds);
    },
    /** Everything delivered is handled, everything due is done, everything owed is said. */
    async settled() {
      await practice.idle();
      await running.scheduler.idle();
      await practice.idle();
      await running.scheduler.idle();
    },
    async close() {
      await running.stop();
      await practice.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let filled: Promise<string> | undefined;

/** A data folder with the practice content, made once for the tests of a file and copied for each. */
function filledFolder(): Promise<string> {
  filled ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-filled-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const store = await openLowdbStore({ folder, log: createLog({ level: 'error', to: 'stderr' }) });
    const now = instant(Date.now());
    await fillDesk(store, { now, channel: 'slack:C01SUPPORT', personId: (id) => `slack:${id}` });
    await store.close();
    return folder;
  })();
  return filled;
}

function settingsText(plan: DeskPlan): string {
  const practice = readFileSync(join(practiceContentFolder(), 'desk.yaml'), 'utf8');
  const settings = plan.settings ? plan.settings(practice) : practice;
  // What somebody is told must not depend on the hour at which a test runs.
  return /^notices:/m.test(settings) ? settings : `${settings}\nnotices: { quiet_hours: off }\n`;
}
