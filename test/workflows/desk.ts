import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadPersonas } from '../../src/agents/load-personas.ts';
import { type MemoryChat, memoryChat } from '../../src/chat/memory/memory-chat.ts';
import { type MemoryRooms, memoryRooms } from '../../src/chat/memory/memory-rooms.ts';
import type { Desk } from '../../src/desk.ts';
import type { ChatEventOf, ChatMessage } from '../../src/domain/chat-event.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import type { Asked, Decision } from '../../src/domain/ticket/decision.ts';
import { Ticket } from '../../src/domain/ticket/ticket.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { createExperience } from '../../src/learning/experience.ts';
import { sayings } from '../../src/outbox.ts';
import type { Engine, Log } from '../../src/ports.ts';
import { type Scheduler, startScheduler } from '../../src/scheduler/scheduler.ts';
import { createSearch } from '../../src/search/desk-search.ts';
import { openLowdbStore } from '../../src/stores/lowdb/lowdb-store.ts';
import { timers } from '../../src/timers.ts';
import { askedBy, type Changed, changeTicket } from '../../src/workflows/change-ticket.ts';
import { takeInMessage } from '../../src/workflows/take-in-message.ts';
import { readText } from '../cards/reading.ts';
import { ana, ben, dana, eve, mia, settings as standard, support } from '../support/builders.ts';
import { type FakeClock, fakeClock } from '../support/fake-clock.ts';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** What survives when the process ends: the folder, the chat, and time. */
export type World = {
  readonly folder: string;
  readonly chat: MemoryChat;
  readonly rooms: MemoryRooms;
  readonly clock: FakeClock;
};

export type TestDesk = World & {
  readonly desk: Desk;
  /** A person writes at the top of the support channel, or in a thread. */
  write(text: string, given?: Partial<ChatMessage>): Promise<string>;
  /** Starts the workers; until then nothing is worked on and nothing is said. */
  start(): void;
  /** Lets time pass, working after each piece of it. */
  pass(milliseconds?: number): Promise<void>;
  ticket(id: string): Promise<Ticket>;
  /** What stands in a channel now, one text for each message. */
  shown(channel: string): readonly string[];
  /** The process ends here, whatever is unfinished. */
  end(): Promise<void>;
};

export async function aWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-workflows-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const chat = memoryChat();
  for (const [id, name] of [
    [dana, 'Dana'],
    [eve, 'Eve'],
    [ana, 'Ana'],
    [ben, 'Ben'],
    [mia, 'Mia'],
  ] as const) {
    chat.people.set(id, { id, name, isApp: false, isGuest: false });
  }
  const clock = fakeClock();
  return { folder, chat, rooms: memoryRooms(chat, clock), clock };
}

/** The desk's workflows on a real store, a chat in memory and a clock that is told to move. */
export async function openDesk(
  given: { readonly world?: World; readonly engine?: Engine; readonly settings?: DeskSettings } = {},
): Promise<TestDesk> {
  const world = given.world ?? (await aWorld());
  const { folder, chat, rooms, clock } = world;
  const store = await openLowdbStore({ folder, clock: () => new Date(clock.now()) });
  const desk: Desk = {
    chat,
    rooms,
    store,
    clock,
    log: silent,
    search: createSearch(),
    experience: createExperience(),
    engine: given.engine ?? createOfflineEngine(),
    settings: given.settings ?? standard,
    people: { agents: new Set([ana, ben]), managers: new Set([mia]) },
    personas: await loadPersonas(join(import.meta.dirname, '../../personas')),
    warned: new Map(),
    learned: Promise.resolve(),
  };
  let scheduler: Scheduler | undefined;
  let ended = false;
  let written = 0;
  const end = async () => {
    if (ended) return;
    ended = true;
    await scheduler?.stop();
    await store.close();
  };
  onTestFinished(end);

  return {
    ...world,
    desk,
    end,
    async write(text, more = {}) {
      written += 1;
      const id = more.id ?? `${support}:${clock.now()}.${written}`;
      const message: ChatMessage = {
        id,
        thread: id,
        place: { channel: support, kind: 'channel' },
        author: dana,
        byApp: false,
        text,
        files: [],
        at: clock.now(),
        ...more,
      };
      const outcome = await takeInMessage(desk, heard(message));
      return 'ticket' in outcome && outcome.ticket !== undefined ? outcome.ticket : outcome.outcome;
    },
    start() {
      scheduler = startScheduler({
        store,
        chat,
        clock,
        log: silent,
        pace: 'none',
        random: () => 0.5,
        monotonicMs: () => Date.parse(clock.now()),
        tables: {
          inbox: async () => ({ outcome: 'ignored', reason: 'not used here' }),
          timers: Object.fromEntries(
            Object.entries(timers).map(([kind, workflow]) => [
              kind,
              (claim: Parameters<typeof workflow>[1]) => workflow(desk, claim),
            ]),
          ),
          outbox: Object.fromEntries(Object.entries(sayings).map(([kind, sayer]) => [kind, sayer(desk)])),
        },
      });
    },
    async pass(milliseconds = 3000) {
      // Long times go by in larger pieces: what is due within one of them is worked on at its end.
      const piece = Math.min(Math.max(500, Math.ceil(milliseconds / 120)), 5000);
      for (let left = milliseconds; left > 0; left -= piece) {
        await clock.advance(Math.min(piece, left));
        await scheduler?.idle();
      }
    },
    async ticket(id) {
      return Ticket.parse((await store.load('ticket', id))?.state);
    },
    shown: (channel) =>
      chat.said.filter(({ post }) => post.channel === channel).map(({ post }) => readText(post.card.blocks)),
  };
}

/** A person does something about a ticket now; Ana about T-1, unless another one is named. */
export function decide(
  { desk, clock }: TestDesk,
  what: (ticket: Ticket, asked: Asked) => Decision,
  { by = ana, id = 'T-1' }: { readonly by?: string; readonly id?: string } = {},
): Promise<Changed> {
  return changeTicket(desk, id, (ticket) => what(ticket, askedBy(desk, by, clock.now())));
}

function heard(message: ChatMessage): ChatEventOf<'message'> {
  return { type: 'message', keys: [message.id], at: message.at, message, mentionsDesk: false };
}
