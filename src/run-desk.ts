import { checkForm, handleEvent, tellParked } from '../handlers/index.ts';
import { monotonicMs } from './clock.ts';
import type { Config } from './config.ts';
import type { Desk } from './desk.ts';
import { resolveSettings } from './desk-settings-of.ts';
import type { ChatEvent } from './domain/chat-event.ts';
import { mayConcernDesk } from './domain/intake.ts';
import type { Persona } from './domain/persona.ts';
import { second } from './domain/time.ts';
import { feedLearning } from './feed-learning.ts';
import { feedSearch } from './feed-search.ts';
import { awayBefore, keepAlive } from './keep-alive.ts';
import { sayings } from './outbox.ts';
import { readPastTickets } from './past-tickets.ts';
import type { Ports } from './ports.ts';
import { recurring } from './recurring.ts';
import { type Scheduler, type SchedulerPlan, startScheduler } from './scheduler/scheduler.ts';
import type { OutboxKind, Parked } from './scheduler/table.ts';
import type { SearchKeeper } from './search-file.ts';
import { timers } from './timers.ts';
import { endOwnReview } from './workflows/autonomy.ts';
import { noteAbsences } from './workflows/incident/cadence/note-absence.ts';
import { openPolicyBook } from './workflows/policies.ts';
import { armRecurring } from './workflows/routine.ts';
import { tellOfParkedTimer, tellOfParkedWords } from './workflows/tell-of-parked.ts';

export type RunningDesk = {
  readonly desk: Desk;
  readonly scheduler: Scheduler;
  /** Resolves when tickets of earlier runs can be found. */
  readonly searchReady: Promise<void>;
  /** Resolves when tickets of earlier runs are learned from. */
  readonly learned: Promise<void>;
  /** Takes nothing new, finishes what is under way within the time, closes everything. */
  stop(deadlineMs?: number): Promise<'drained' | 'cut'>;
};

/** Brings the ports, the handlers and the workers together. The ports must be open; `stop` closes chat and store. */
export async function runDesk(
  ports: Ports,
  parts: {
    readonly config: Config;
    readonly personas: ReadonlyMap<string, Persona>;
    readonly pace?: SchedulerPlan['pace'];
    /** For a clock that is moved on purpose: one that moves with it and is never set. */
    readonly monotonicMs?: () => number;
    /** Keeps what search has read for the next start. */
    readonly keeper?: SearchKeeper;
    /** Told how long each event took until it was safe, in seconds. */
    readonly stored?: (seconds: number) => void;
    /** Told how long after its due time the work of each timer began, in seconds. */
    readonly fired?: (seconds: number) => void;
  },
): Promise<RunningDesk> {
  const { chat, store, clock, log } = ports;
  const { settings: resolved, people, promises } = await resolveSettings(parts.config, chat);
  const settings = { ...resolved, policies: await openPolicyBook({ store, clock }, promises) };
  const feed = await feedSearch(store, ports.search, parts.keeper && { keeper: parts.keeper, log });
  const learning = feedLearning(store, ports.experience, log);
  const past = readPastTickets(store, [feed.take, learning.take], log);
  const searchReady = past.ready.then(() => feed.caughtUp());
  const learned = past.ready.then(() => learning.settle());
  const away = awayBefore(store, clock, log);
  const desk: Desk = {
    ...ports,
    settings,
    people,
    personas: parts.personas,
    warned: new Map(),
    learned,
    ...(away ? { away } : {}),
  };
  await endOwnReview(desk);
  await armRecurring(desk, recurring);
  await noteAbsences(desk);
  const scheduler = startScheduler({
    store,
    chat,
    clock,
    log,
    tables: {
      inbox: (event) => handleEvent(desk, event),
      timers: bound(desk),
      outbox: Object.fromEntries(
        Object.entries(sayings).map(([kind, sayer]): [string, OutboxKind] => [kind, sayer(desk)]),
      ),
    },
    // More tickets than questions: while one is written down, another asks.
    slowTimers: { work: 2 * parts.config.engine.concurrency, incident_room: 8 },
    onParked: (parked) => sayAloud(desk, parked),
    onFired: (lagMs) => parts.fired?.(lagMs / second),
    ...(parts.pace === undefined ? {} : { pace: parts.pace }),
    ...(parts.monotonicMs === undefined ? {} : { monotonicMs: parts.monotonicMs }),
  });
  await chat.start(async (event) => {
    const from = monotonicMs();
    const problems = await checkForm(desk, event);
    if (problems) return problems;
    if (!mayConcernDesk(event, settings.channels.intake) && !(await isInRoom(store, event))) return undefined;
    await store.receive(event, clock.now());
    parts.stored?.((monotonicMs() - from) / second);
    return undefined;
  });
  const heart = keepAlive({ store, clock });
  return {
    desk,
    scheduler,
    searchReady,
    learned,
    async stop(deadlineMs) {
      await chat.stop();
      const outcome = await scheduler.stop(deadlineMs);
      past.stop();
      await feed.stop();
      learning.stop();
      await heart.stop();
      await store.close();
      return outcome;
    },
  };
}

/** Something that is done in a war room, or to it. What people say there is theirs until they keep it. */
async function isInRoom(store: Ports['store'], event: ChatEvent): Promise<boolean> {
  if (event.type === 'message') return false;
  const channel = event.type === 'channel_changed' ? event.channel : placeOf(event);
  return channel !== undefined && (await store.incidents({ channel, limit: 1 })).length > 0;
}

function placeOf(event: ChatEvent): string | undefined {
  return 'place' in event ? event.place.channel : undefined;
}

function bound(desk: Desk) {
  return Object.fromEntries(
    Object.entries(timers).map(([kind, workflow]) => [
      kind,
      (claim: Parameters<typeof workflow>[1]) => workflow(desk, claim),
    ]),
  );
}

/** Something was given up: those whom it concerns are told. The log already says that somebody must look. */
async function sayAloud(desk: Desk, parked: Parked): Promise<void> {
  switch (parked.queue) {
    case 'inbox':
      return tellParked(desk, parked.claim.entry.event, `inbox ${parked.claim.entry.number}`);
    case 'outbox':
      return tellOfParkedWords(desk, parked.claim, parked.reason);
    case 'timers':
      return tellOfParkedTimer(desk, parked.claim);
  }
}
