import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadPersonas } from '../../src/agents/load-personas.ts';
import { type MemoryChat, memoryChat } from '../../src/chat/memory/memory-chat.ts';
import { type MemoryRooms, memoryRooms } from '../../src/chat/memory/memory-rooms.ts';
import { readConfig } from '../../src/config.ts';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { createExperience } from '../../src/learning/experience.ts';
import type { Log, Ports } from '../../src/ports.ts';
import { projectRoot } from '../../src/project-root.ts';
import { runDesk } from '../../src/run-desk.ts';
import { createSearch } from '../../src/search/desk-search.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { ana, ben, dana, eve, incidentsChannel, mia, support, triageChannel } from './builders.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

/** What survives when the process ends: the folder, the chat with its channels, and time. */
export type MemoryWorld = {
  readonly folder: string;
  readonly chat: MemoryChat;
  readonly rooms: MemoryRooms;
  readonly clock: FakeClock;
};

const people = [
  [dana, 'Dana', 'dana@acme.test'],
  [eve, 'Eve', 'eve@beta.test'],
  [ana, 'Ana', 'ana@larder.test'],
  [ben, 'Ben', 'ben@larder.test'],
  [mia, 'Mia', 'mia@larder.test'],
] as const;

const settings = `
desk: { name: Larder Support, timezone: UTC }
channels: { intake: ["#support"], triage: "#triage", incidents: "#incidents" }
people:
  agents: [ana@larder.test, ben@larder.test]
  managers: [mia@larder.test]
  commanders: [ana@larder.test]
  liaisons: [ben@larder.test]
queues: [{ name: general }]
notices: { quiet_hours: off }
automation: { draft: false }
`;

export async function aMemoryWorld(): Promise<MemoryWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-memory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const chat = memoryChat();
  for (const [id, name, email] of people)
    chat.people.set(id, { id, name, email, isApp: false, isGuest: false });
  chat.references.set('#support', [support]);
  chat.references.set('#triage', [triageChannel]);
  chat.references.set('#incidents', [incidentsChannel]);
  const clock = fakeClock();
  return { folder, chat, rooms: memoryRooms(chat, clock), clock };
}

export type MemoryDesk = Awaited<ReturnType<typeof openMemoryDesk>>;

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The whole desk as it runs, on a chat in memory. `through` may put something between the desk and the world. */
export async function openMemoryDesk(
  world: MemoryWorld,
  given: {
    readonly through?: (ports: Ports) => Ports;
    readonly log?: Log;
    /** Lines of desk.yaml instead of those it has. */
    readonly settings?: (usual: string) => string;
  } = {},
) {
  const { folder, chat, rooms, clock } = world;
  const store = await openLowdbStore({ folder, clock: () => new Date(clock.now()) });
  const ports: Ports = {
    chat,
    rooms,
    store,
    clock,
    log: given.log ?? silent,
    search: createSearch(),
    experience: createExperience(),
    engine: createOfflineEngine(),
  };
  const config = readConfig({ MUSTER_CONFIG: 'desk.yaml' }, () => given.settings?.(settings) ?? settings);
  const personas = await loadPersonas(join(projectRoot(), 'personas'));
  const running = await runDesk(given.through?.(ports) ?? ports, {
    config,
    personas,
    pace: 'none',
    monotonicMs: () => Date.parse(clock.now()),
  });
  await running.searchReady;
  await running.learned;
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    const stopped = running.stop(0);
    await clock.advance(1);
    await stopped.catch(() => undefined);
    await store.close();
  };
  onTestFinished(end);
  let number = 0;
  const base = (key: string | undefined) => {
    number += 1;
    return { keys: [key ?? `${clock.now()} ${number}`], at: clock.now() };
  };
  const handle = (person: string) => ({ person, trigger: 'trigger', respond: 'respond' });
  const place = (channel: string) => ({ channel, kind: 'channel' as const });
  return {
    ...world,
    running,
    store,
    end,
    deliver: (event: ChatEvent) => chat.deliver(event),
    /** A person writes at the top of the support channel. */
    write: (person: string, text: string, key?: string) => {
      const { keys, at } = base(key);
      const id = `${support}:${keys[0]}`;
      const message = {
        id,
        thread: id,
        place: place(support),
        author: person,
        byApp: false,
        text,
        files: [],
        at,
      };
      return chat.deliver({ type: 'message', keys, at, message, mentionsDesk: false });
    },
    command: (
      person: string,
      text: string,
      given_: { readonly channel?: string; readonly key?: string } = {},
    ) =>
      chat.deliver({
        type: 'command',
        ...base(given_.key),
        name: 'ticket',
        text,
        by: person,
        place: place(given_.channel ?? triageChannel),
        handle: handle(person),
      }),
    press: (
      person: string,
      button: { readonly action: string; readonly subject: string; readonly value?: string },
      key?: string,
    ) => chat.deliver({ type: 'pressed', ...base(key), ...button, by: person, handle: handle(person) }),
    submit: (
      person: string,
      form: {
        readonly form: string;
        readonly context: string;
        readonly values: Readonly<Record<string, string>>;
      },
      key?: string,
    ) =>
      chat.deliver({
        type: 'submitted',
        ...base(key),
        ...form,
        values: { ...form.values },
        by: person,
        handle: handle(person),
      }),
    /** Lets time pass, working after each piece of it. */
    async pass(milliseconds = 3000, piece = 500) {
      for (let left = milliseconds; left > 0; left -= piece) {
        await clock.advance(Math.min(piece, left));
        await running.scheduler.idle();
      }
    },
  };
}
