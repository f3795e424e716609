import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { PracticePerson } from '../../src/practice/control.ts';
import { type Practice, startPractice } from '../../src/practice/practice-server.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { loadTicket } from '../../src/workflows/change-ticket.ts';
import { type DeskProcess, endDesks, freePort, startFastDesk } from '../support/desk-process.ts';
import { eventually } from '../support/eventually.ts';
import { deskKeys, keyOf } from '../support/practice-names.ts';
import { words } from '../support/shown.ts';

const rounds = Number(process.env.ROUNDS ?? 20);
const events = Number(process.env.EVENTS ?? 2000);

const folders: string[] = [];
let practice: Practice | undefined;
afterEach(async () => {
  await endDesks();
  await practice?.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Four messages of one person in a row are one ticket; so both opening and joining are killed. */
const people = Array.from({ length: Math.ceil(events / 4) }, (_, index): PracticePerson => {
  const looks = { note: '', role: 'customer', color: '#336699', timezone: 'UTC', isBot: false } as const;
  return {
    id: `U1${index}`,
    name: `p${index}`,
    realName: `Person ${index}`,
    email: `p${index}@shop${index}.test`,
    ...looks,
  };
});

async function openWorkspace(port: number): Promise<Practice> {
  const desk = {
    id: 'U0MUSTER',
    name: 'muster',
    realName: 'Muster',
    note: '',
    color: '#000000',
    timezone: 'UTC',
  };
  const bot: PracticePerson = { ...desk, role: 'bot', isBot: true };
  const members = [...people, bot].map(({ id }) => id);
  const room = { topic: '', archived: false, kind: 'channel' as const };
  return startPractice({
    ...deskKeys,
    people: [...people, bot],
    channels: [
      { ...room, id: 'C01SUPPORT', name: 'support', members },
      { ...room, id: 'C02TRIAGE', name: 'support-triage', members: ['U0MUSTER'] },
    ],
    teamName: 'Larder',
    botName: 'Muster',
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    retryDelaysMs: Array.from({ length: 400 }, () => 500),
    commands: [],
    shortcuts: [],
  });
}

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-kill-'));
  folders.push(folder);
  return folder;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Writes everything, about 400 a second; answers the message ids. */
async function writeAll(workspace: Practice): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < events; index += 1) {
    const text = `Checkout of shop ${index} shows error ${500 + (index % 20)} since ${index % 24}:00`;
    const { ts } = workspace.control.say({
      as: people[index % people.length]!.id,
      channel: 'C01SUPPORT',
      text,
    });
    ids.push(`slack:C01SUPPORT:${ts}`);
    if (index % 20 === 19) await pause(50);
  }
  return ids;
}

/** The workspace remembers its latest deliveries only, and a round has more, so they are looked at all along. */
function collectAcknowledged(workspace: Practice): { readonly ids: ReadonlySet<string>; stop(): void } {
  const ids = new Set<string>();
  const timer = setInterval(() => {
    for (const { id, status } of workspace.deliveries()) if (status === 200) ids.add(id);
  }, 50);
  onTestFinished(() => clearInterval(timer));
  return { ids, stop: () => clearInterval(timer) };
}

function twice<T>(values: readonly T[]): T[] {
  const seen = new Set<T>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

test.each(Array.from({ length: rounds }, (_, index) => index + 1))(
  'round %i: killed again and again, each acknowledged event is one ticket message and each post stands once',
  async () => {
    const port = await freePort();
    const folder = await freshFolder();
    const workspace = await openWorkspace(port);
    practice = workspace;
    workspace.control.faults({
      add: [
        { method: 'deliver', duplicate: 2, times: Math.ceil(events / 10) },
        { method: 'deliver', drop: 'after', times: Math.ceil(events / 20) },
      ],
    });
    const settings = join(folder, 'desk.yaml');
    await writeFile(settings, 'desk: { name: Larder Support }\n');
    const start = () =>
      startFastDesk({
        SLACK_BOT_TOKEN: deskKeys.botToken,
        SLACK_SIGNING_SECRET: deskKeys.signingSecret,
        SLACK_API_URL: workspace.apiUrl,
        PORT: String(port),
        MUSTER_DATA: join(folder, 'data'),
        MUSTER_CONFIG: settings,
      });
    let desk: DeskProcess = await start();
    await desk.opened();
    const acknowledged = collectAcknowledged(workspace);
    const writing = writeAll(workspace);
    let written = false;
    writing.then(
      () => {
        written = true;
      },
      () => undefined,
    );
    const said = () => workspace.calls().filter(({ method }) => method === 'chat.postMessage').length;
    // Half of the kills come at any moment, half while the desk is talking; some when all has been delivered.
    for (let kills = 0; kills < 8 || !written; kills += 1) {
      const before = said();
      if (kills % 2 === 1) await eventually(() => said() > before, 'the desk talks').catch(() => undefined);
      await pause(Math.random() * (kills % 2 === 1 ? 300 : 1500));
      await desk.end('SIGKILL');
      desk = await start();
      await desk.opened();
    }
    const ids = await writing;
    await eventually(
      () => acknowledged.ids.size >= events,
      () => `${events} acknowledged, not ${acknowledged.ids.size}`,
      120_000,
    );
    acknowledged.stop();
    await desk.idle();
    await workspace.idle();
    await desk.idle();
    expect(await desk.end('SIGTERM')).toMatchObject({ code: 0 });

    const store = await openLowdbStore({
      folder: join(folder, 'data'),
      log: createLog({ level: 'error', to: 'stderr' }),
    });
    const kept: string[] = [];
    const waiting: string[] = [];
    const unsaid: string[] = [];
    for (const { id } of await store.tickets({})) {
      const ticket = (await loadTicket({ store }, id))!;
      kept.push(...ticket.messages.map((message) => message.id));
      waiting.push(...((await store.load('ticket', id))?.outbox ?? []).map(({ key }) => `${id}/${key}`));
      if (ticket.cards.length !== 1 || ticket.notice === undefined || ticket.drafts.length === 0)
        unsaid.push(id);
    }
    await store.close();
    expect({ lost: ids.filter((id) => !kept.includes(id)), double: twice(kept) }).toEqual({
      lost: [],
      double: [],
    });
    expect(kept).toHaveLength(events);
    expect({ waiting, unsaid }).toEqual({ waiting: [], unsaid: [] });

    const posts = workspace.state().messages.filter(({ user }) => user === 'U0MUSTER');
    expect(twice(posts.map((post) => keyOf(post)))).toEqual([]);
    expect(twice(posts.map((post) => `${post.channel} ${post.threadTs} ${words(post)}`))).toEqual([]);
    expect(new Set(posts.map((post) => keyOf(post)))).not.toContain(undefined);
  },
);
