import { checkForm, handleEvent, tellParked } from '../handlers/index.ts';
import type { Config } from './config.ts';
import type { Desk } from './desk.ts';
import { resolveSettings } from './desk-settings-of.ts';
import type { Persona } from './domain/persona.ts';
import { feedSearch } from './feed-search.ts';
import { sayings } from './outbox.ts';
import type { Ports } from './ports.ts';
import { type Scheduler, type SchedulerPlan, startScheduler } from './scheduler/scheduler.ts';
import type { OutboxKind, Parked } from './scheduler/table.ts';
import { timers } from './timers.ts';

export type RunningDesk = {
  readonly desk: Desk;
  readonly scheduler: Scheduler;
  /** Resolves when tickets of earlier runs can be found. */
  readonly searchReady: Promise<void>;
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
  },
): Promise<RunningDesk> {
  const { chat, store, clock, log } = ports;
  const { settings, people } = await resolveSettings(parts.config, chat);
  const desk: Desk = { ...ports, settings, people, personas: parts.personas };
  const feed = await feedSearch(store, ports.search, log);
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
    onParked: (parked) => sayAloud(desk, parked),
    ...(parts.pace === undefined ? {} : { pace: parts.pace }),
  });
  await chat.start(async (event) => {
    const problems = await checkForm(desk, event);
    if (problems) return problems;
    await store.receive(event, clock.now());
    return undefined;
  });
  return {
    desk,
    scheduler,
    searchReady: feed.ready,
    async stop(deadlineMs) {
      await chat.stop();
      const outcome = await scheduler.stop(deadlineMs);
      feed.stop();
      await store.close();
      return outcome;
    },
  };
}

function bound(desk: Desk) {
  return Object.fromEntries(
    Object.entries(timers).map(([kind, workflow]) => [
      kind,
      (claim: Parameters<typeof workflow>[1]) => workflow(desk, claim),
    ]),
  );
}

/** Something was given up: the person who acted is told, and the log says that somebody must look. */
async function sayAloud(desk: Desk, parked: Parked): Promise<void> {
  if (parked.queue !== 'inbox') return;
  const { entry } = parked.claim;
  await tellParked(desk, entry.event, `inbox ${entry.number}`);
}
